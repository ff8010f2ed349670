package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.ink.Look;
import dev.fettle.trial.Goal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The marks of trials over an axis of scores: circles, rings for pruned ones, arrows at the rim for scores that the axis cuts
 * off, crosses at the rim of the worst for failures, a diamond for the best. What is drawn is explained below. Confined to one
 * drawing.
 */
final class Dots {
    /** More trials than this are drawn smaller. */
    private static final int MANY = 200;

    private final Axes axes;
    private final NumberAxis up;
    private final Goal goal;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private Consumer<Sheet> ground = sheet -> {};

    private record Layer(String name, double[] x, double[] y, Marker marker, Color color) {}

    /** @param up the axis of the scores, which is the left side of the axes */
    Dots(Axes axes, NumberAxis up, Goal goal) {
        this.axes = axes;
        this.up = up;
        this.goal = goal;
    }

    /**
     * A scored trial.
     *
     * @param x where it stands below
     * @param number of it, from 1
     */
    record Spot(double x, double score, int number) {}

    /** Scored trials, the later the deeper; {@code last} is the number of the deepest, 0 for one colour. */
    void trials(List<Spot> spots, int last) {
        if (last == 0) {
            trials(spots.stream().map(s -> at(s.x, s.score)).toList());
            return;
        }
        key("early", Look.dot(8), Shades.color(0), spots.isEmpty());
        key("late", Look.dot(8), Shades.color(Shades.COUNT - 1), spots.isEmpty());
        Marker dot = Look.dot(spots.size() > MANY ? 4 : 6);
        for (int i = 0; i < Shades.COUNT; i++) {
            int shade = i;
            List<double[]> of = spots.stream()
                    .filter(s -> Shades.index((s.number - 1.0) / last) == shade)
                    .map(s -> at(s.x, s.score))
                    .toList();
            inside("trials " + (i + 1), of, dot, Shades.color(i));
        }
    }

    /** Scored trials: where each stands below, and its score. */
    void trials(List<double[]> spots) {
        Color color = Look.half(Look.TRIAL);
        Marker dot = Look.dot(spots.size() > MANY ? 5 : 8);
        key("trial", Look.dot(8), color, spots.isEmpty());
        inside("trials", spots, dot, color);
    }

    /** Pruned trials at their last intermediate score. */
    void rings(List<double[]> spots) {
        key("pruned", Look.ring(8), Look.PRUNED, spots.isEmpty());
        inside("pruned", spots, Look.ring(8), Look.PRUNED);
    }

    private void inside(String name, List<double[]> spots, Marker marker, Color color) {
        add(
                name,
                spots.stream().filter(s -> !up.cutsOff(s[1])).map(this::placed).toList(),
                marker,
                color);
        add(
                name + " above",
                spots.stream()
                        .filter(s -> s[1] > up.high())
                        .map(s -> at(s[0], axes.left().rim()))
                        .toList(),
                Look.arrow(4.5, true),
                color);
        add(
                name + " below",
                spots.stream()
                        .filter(s -> s[1] < up.low())
                        .map(s -> at(s[0], axes.left().foot()))
                        .toList(),
                Look.arrow(4.5, false),
                color);
    }

    /** The best so far, from corner to corner. */
    void line(List<double[]> corners) {
        add("best so far", corners.stream().map(this::placed).toList(), SeriesMarkers.NONE, Look.BEST);
        key("best so far", Look.bar(8), Look.BEST, false);
    }

    /** Means, where each stands below. */
    void means(List<double[]> spots) {
        key("mean", Look.bar(8), Look.BEST, spots.isEmpty());
        add("mean", spots.stream().map(this::placed).toList(), Look.bar(11), Look.BEST);
    }

    /** Failed trials, by where each stands below. */
    void failed(DoubleStream x) {
        double rim = goal.better(1, 0) ? axes.left().foot() : axes.left().rim();
        List<double[]> spots = x.mapToObj(v -> at(v, rim)).toList();
        key("failed", Look.cross(3.5), Look.FAILED, spots.isEmpty());
        add("failed", spots, Look.cross(3.5), Look.FAILED);
    }

    /** The best trial. */
    void best(double x, double score) {
        key("best", Look.diamond(6), Look.BEST, false);
        add("best", List.of(placed(at(x, score))), Look.diamond(7), Look.BEST);
    }

    /** Where the next trial will stand below. */
    void next(double x) {
        key("next trial", Look.triangle(6), Look.INK, false);
        add("next", List.of(at(x, axes.left().foot())), Look.triangle(7), Look.INK);
    }

    /** What a model believes, under everything else: a line and the band around it. */
    void beliefs(Consumer<Sheet> drawing) {
        key("model, 95 %", Look.bar(8), Look.MODEL, false);
        ground = drawing;
    }

    private double[] placed(double[] spot) {
        return at(spot[0], up.place(spot[1]));
    }

    private static double[] at(double x, double y) {
        return new double[] {x, y};
    }

    private void key(String word, Marker marker, Color color, boolean none) {
        if (!none) {
            keys.add(new Key(word, color, marker));
        }
    }

    private void add(String name, List<double[]> spots, Marker marker, Color color) {
        double[] x = spots.stream().mapToDouble(s -> s[0]).toArray();
        double[] y = spots.stream().mapToDouble(s -> s[1]).toArray();
        layers.add(new Layer(name, x, y, marker, color));
    }

    /** All of it, in the order in which it was given, the last on top. */
    Sheet sheet(Size size) {
        Sheet sheet = new Sheet(axes.with(keys), size.width(), size.height());
        ground.accept(sheet);
        for (Layer l : layers) {
            if (l.marker == SeriesMarkers.NONE) {
                line(sheet, l);
            } else {
                sheet.points(l.name, l.x, l.y, l.marker, l.color);
            }
        }
        return sheet;
    }

    private static void line(Sheet sheet, Layer l) {
        XYSeries line = sheet.addSeries(l.name, l.x, l.y);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(l.color).setLineStyle(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }
}

package dev.fettle.report.ink;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fewer colours for a smaller PNG. */
final class Palette {
    private static final int SIZE = 256;
    /** Shades of edges beyond so many colours in all are not worth their bytes. */
    private static final int SHADES = 32;

    /** A colour of as large a share of the image is that of an area or a line, and is kept however near to another. */
    private static final int AREA = 2000;

    /** Shades of an edge that are nearer than this are one. */
    private static final int ALIKE = 45 * 45;

    private Palette() {}

    /** The image with at most 256 colours: those of areas, the most frequent others that differ enough, and for every other pixel the nearest of them. */
    static BufferedImage reduce(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int p : pixels) {
            counts.merge(p, 1, Integer::sum);
        }
        List<Integer> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<Integer> colours = new ArrayList<>();
        for (int c : frequent) {
            boolean area = counts.getOrDefault(c, 0) > pixels.length / AREA;
            boolean shade = colours.size() < SHADES && colours.stream().allMatch(k -> distance(k, c) > ALIKE);
            if (colours.size() < SIZE && (area || shade)) {
                colours.add(c);
            }
        }
        Map<Integer, Integer> index = new HashMap<>();
        colours.forEach(c -> index.put(c, index.size()));
        counts.keySet().forEach(c -> index.computeIfAbsent(c, k -> nearest(k, colours)));
        int[] map = colours.stream().mapToInt(c -> c).toArray();
        IndexColorModel model =
                new IndexColorModel(8, map.length, map, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = index.getOrDefault(pixels[i], 0).byteValue();
        }
        small.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), bytes);
        return small;
    }

    private static int nearest(int colour, List<Integer> colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.size(); i++) {
            int d = distance(colour, colours.get(i));
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    /** The sum of the squared differences of red, green and blue. */
    private static int distance(int a, int b) {
        int d = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int e = ((a >> shift) & 255) - ((b >> shift) & 255);
            d += e * e;
        }
        return d;
    }
}

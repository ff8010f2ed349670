package dev.fettle.report.chart;

import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;

/** What a mark of a chart means. Immutable, for any thread. */
record Key(String word, Color color, Marker marker) {}

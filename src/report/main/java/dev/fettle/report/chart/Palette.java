package dev.fettle.report.chart;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fewer colours for a smaller PNG. */
final class Palette {
    private static final int SIZE = 32;

    private Palette() {}

    /** The image with at most 32 colours: its most frequent ones, and for every other pixel the nearest of them. */
    static BufferedImage reduce(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int p : pixels) {
            counts.merge(p, 1, Integer::sum);
        }
        List<Integer> colours = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SIZE)
                .map(Map.Entry::getKey)
                .toList();
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
            int d = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int e = ((colour >> shift) & 255) - ((colours.get(i) >> shift) & 255);
                d += e * e;
            }
            if (d < least) {
                least = d;
                best = i;
            }
        }
        return best;
    }
}

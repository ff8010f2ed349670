package dev.fettle.space.text;

/**
 * What is wrong at one place of a cell. Mistakes are ordered by place.
 *
 * @param message {@code Subject (value) must … Maybe …}
 */
public record Mistake(Place place, String message) implements Comparable<Mistake> {
    @Override
    public int compareTo(Mistake other) {
        return place.compareTo(other.place);
    }

    /** Place, source line with a caret below, message: four lines without a newline at the end. */
    public String render(String source) {
        return place.picture(source) + "\n  " + message;
    }
}

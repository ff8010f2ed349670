package dev.fettle.store.sql;

/** What is said of a row that is not what was kept. */
public final class Damage {
    private static final String WHY = " Maybe its disk is failing, or another program has written it; ";

    private Damage() {}

    static String study(String place, String study) {
        return "Journal (" + place + ") must hold the study (" + Characters.shown(study) + ") as it was kept." + WHY
                + "other studies can still be read.";
    }

    static String event(String place, String study, long number) {
        return "Journal (" + place + ") must hold event " + number + " of the study (" + Characters.shown(study)
                + ") as it was kept." + WHY + "what is whole can still be read.";
    }

    public static String pages(String place) {
        return "Journal (" + place + ") must be whole." + WHY + "what is whole can still be read.";
    }
}

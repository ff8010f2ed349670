package dev.fettle.report.language;

/** Where the entries of a file are looked for. */
enum Scope {
    /** Sentences, which may be a line, a part of one, or words within another sentence. */
    SENTENCE,
    /** Words that are never alone: they stand within a sentence. */
    CLAUSE,
    /** What stands in the last column of a line of a help page, behind two blanks or more. */
    COLUMN,
    /** The titles of columns of words. */
    HEAD;

    /** By the name of the file. */
    static Scope of(String file) {
        return switch (file) {
            case "clauses" -> CLAUSE;
            case "help", "models" -> COLUMN;
            case "heads" -> HEAD;
            default -> SENTENCE;
        };
    }
}

/** A trained model as its user has it: it takes rows of a table, answers in labels, and is stored in a file. */
@NullMarked
package dev.fettle.model;

import org.jspecify.annotations.NullMarked;

/**
 * Writes the documentation as a static site: prose of {@code src/docs/pages}, tables of what the code says of itself.
 *
 * <p>A page is a file of Markdown: its first heading is its title, its first paragraph what menus and lists say of it. A new one is
 * a file and nothing more. A line of its own, {@code {{options bayesopt}}} say, stands for a table that {@code Tables} makes.
 */
@NullMarked
package dev.fettle.docs;

import org.jspecify.annotations.NullMarked;

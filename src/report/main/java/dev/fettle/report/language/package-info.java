/**
 * What is shown, in the language of the reader. All rooms form English sentences, and none knows another language: messages live
 * in exceptions and journals, which must not depend on who reads them. Where a page leaves, each sentence is looked up by its
 * English pattern, as gettext does it, in the files of {@code dev/fettle/report/language}, and what has no entry stays English.
 */
@NullMarked
package dev.fettle.report.language;

import org.jspecify.annotations.NullMarked;

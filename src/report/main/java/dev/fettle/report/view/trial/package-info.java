/** The numbers behind pictures in which each trial is itself, neither averaged nor counted. */
@NullMarked
package dev.fettle.report.view.trial;

import org.jspecify.annotations.NullMarked;

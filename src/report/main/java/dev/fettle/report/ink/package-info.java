/** How a drawing becomes a picture in a file. */
@NullMarked
package dev.fettle.report.ink;

import org.jspecify.annotations.NullMarked;

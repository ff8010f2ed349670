/** What the samplers are compared on: functions whose best value is known, from files and from seeds. */
@NullMarked
package dev.fettle.bench.problem;

import org.jspecify.annotations.NullMarked;

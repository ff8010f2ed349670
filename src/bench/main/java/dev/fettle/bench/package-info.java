/** What {@code ./fettle bench} runs: ours and the peers on the same problems, in the same run. Never published. */
@NullMarked
package dev.fettle.bench;

import org.jspecify.annotations.NullMarked;

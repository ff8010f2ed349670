/**
 * A multi-layer perceptron with scikit-learn's hyperparameters, behind Smile's interfaces. Fast because every inner loop
 * runs over a few whole arrays and the JIT compiler turns it into vector instructions; the same bits on every JDK
 * and machine because it uses only + − × ÷, sqrt and fma.
 */
@NullMarked
package dev.fettle.mlp;

import org.jspecify.annotations.NullMarked;

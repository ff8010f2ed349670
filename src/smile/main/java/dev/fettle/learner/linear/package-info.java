/**
 * Models of weighted sums and of normal densities. Each is the solution of a convex problem or of equations, so predictions
 * agree with scikit-learn's to 1e-6 and better where both go to the end. Over five folds that are not shuffled, on
 * standardised features unless the data are raw, accuracy and below root mean squared error of scikit-learn 1.9.1, as
 * scikit_learn.py beside the tests has them, and of these:
 *
 * <pre>
 * data               model             settings                         ours ± SE         scikit-learn
 * iris               logistic                                           0.9600 ± 0.0194   0.9600
 * wine               logistic                                           0.9889 ± 0.0068   0.9889
 * breast_cancer      logistic                                           0.9807 ± 0.0033   0.9807
 * digits             logistic                                           0.9188 ± 0.0155   0.9188
 * iris               naive_bayes                                        0.9533 ± 0.0133   0.9533
 * iris               naive_bayes       var_smoothing = 0.1              0.9400 ± 0.0221   0.9400
 * wine               naive_bayes                                        0.9663 ± 0.0106   0.9663
 * wine               naive_bayes       var_smoothing = 0.1              0.9606 ± 0.0069   0.9606
 * breast_cancer      naive_bayes                                        0.9279 ± 0.0102   0.9279
 * breast_cancer      naive_bayes       var_smoothing = 0.1              0.9385 ± 0.0107   0.9385
 * digits             naive_bayes                                        0.7691 ± 0.0113   0.7691
 * digits             naive_bayes       var_smoothing = 0.1              0.8553 ± 0.0173   0.8553
 * iris               lda                                                0.9800 ± 0.0133   0.9800
 * iris               lda               solver = lsqr, shrinkage = 0.3   0.9667 ± 0.0105   0.9667
 * wine               lda                                                0.9662 ± 0.0105   0.9662
 * wine               lda               solver = lsqr, shrinkage = 0.3   0.9663 ± 0.0104   0.9663
 * breast_cancer      lda                                                0.9596 ± 0.0035   0.9596
 * breast_cancer      lda               solver = lsqr, shrinkage = 0.3   0.9508 ± 0.0035   0.9508
 * raw digits         lda                                                0.9082 ± 0.0099   0.9082
 * raw digits         lda               solver = lsqr, shrinkage = 0.3   0.9160 ± 0.0134   0.9160
 * iris               qda               reg_param = 0.1                  0.9867 ± 0.0082   0.9867
 * wine               qda               reg_param = 0.1                  0.9830 ± 0.0114   0.9830
 * breast_cancer      qda               reg_param = 0.1                  0.9684 ± 0.0071   0.9684
 * digits             qda               reg_param = 0.1                  0.9511 ± 0.0090   0.9511
 * iris               qda                                                0.9800 ± 0.0133   0.9800
 * wine               qda                                                0.9551 ± 0.0068   0.9551
 * diabetes           ridge                                              54.699 ± 0.647    54.699
 * diabetes           ridge             alpha = 100.0                    55.164 ± 0.520    55.164
 * diabetes           lasso                                              54.708 ± 0.517    54.708
 * diabetes           elastic_net                                        56.015 ± 0.687    56.015
 * </pre>
 */
@NullMarked
package dev.fettle.learner.linear;

import org.jspecify.annotations.NullMarked;

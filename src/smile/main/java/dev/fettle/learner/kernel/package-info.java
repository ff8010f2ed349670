/**
 * Models that compare a row with the training rows by a kernel. Nothing in them is random. Over five folds that are not
 * shuffled, on standardised features unless the data are raw, accuracy and below root mean squared error of scikit-learn
 * 1.9.1, as scikit_learn.py beside the tests has them, and of these:
 *
 * <pre>
 * data               model             settings                             ours ± SE         scikit-learn
 * iris               svm                                                    0.9667 ± 0.0105   0.9667
 * raw iris           svm                                                    0.9667 ± 0.0105   0.9667
 * wine               svm                                                    0.9833 ± 0.0111   0.9833
 * raw wine           svm                                                    0.6635 ± 0.0232   0.6635
 * breast_cancer      svm                                                    0.9736 ± 0.0073   0.9736
 * raw breast_cancer  svm                                                    0.9122 ± 0.0177   0.9122
 * digits             svm                                                    0.9488 ± 0.0060   0.9488
 * raw digits         svm                                                    0.9605 ± 0.0115   0.9605
 * iris               svm               linear, C = 10                       0.9600 ± 0.0194   0.9600
 * wine               svm               poly, degree = 2, coef0 = 1          0.9722 ± 0.0124   0.9722
 * wine               svm               sigmoid, gamma = auto                0.9722 ± 0.0176   0.9722
 * breast_cancer      svm               C = 100, gamma = 0.001, balanced     0.9789 ± 0.0021   0.9789
 * digits             svm               C = 8, gamma = 2^-7                  0.9560 ± 0.0035   0.9560
 * diabetes           svr                                                    70.444 ± 1.895    70.444
 * raw diabetes       svr                                                    70.444 ± 1.895    70.444
 * diabetes           svr               C = 100, gamma = 0.01, epsilon = 10  54.168 ± 0.520    54.168
 * diabetes           svr               C = 1, linear                        54.997 ± 0.698    54.997
 * diabetes           gaussian_process  rbf, scale = 3, alpha = 0.5          54.790 ± 0.766    54.790
 * diabetes           gaussian_process  matern, scale = 3, alpha = 0.5       55.298 ± 0.561    55.298
 * diabetes           gaussian_process  rbf                                  53.972 ± 0.480    53.972
 * diabetes           gaussian_process  matern                               53.920 ± 0.487    53.920
 * </pre>
 */
@NullMarked
package dev.fettle.learner.kernel;

import org.jspecify.annotations.NullMarked;

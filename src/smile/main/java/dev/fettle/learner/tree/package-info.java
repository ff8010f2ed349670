/**
 * Models made of trees: one, many side by side, or one upon the other.
 *
 * <p>Means over five folds, ours of five seeds and scikit-learn 1.9.1's of ten, with the standard error of a mean over these
 * folds; from the cases of {@code scikit_learn.py} in the tests, which hold us to them:
 *
 * <table>
 * <caption>Beside scikit-learn</caption>
 * <tr><th>model</th><th>data</th><th>score</th><th>settings</th><th>ours</th><th>scikit-learn</th><th>± error</th></tr>
 * <tr><td>decision_tree</td><td>iris</td><td>accuracy</td>
 *     <td>max_depth 3</td><td>0.968</td><td>0.964</td><td>0.011</td></tr>
 * <tr><td>decision_tree</td><td>wine</td><td>accuracy</td>
 *     <td>min_samples_leaf 5</td><td>0.888</td><td>0.878</td><td>0.035</td></tr>
 * <tr><td>decision_tree</td><td>breast_cancer</td><td>log_loss</td>
 *     <td>max_depth 3, min_samples_leaf 10</td><td>0.613</td><td>0.596</td><td>0.301</td></tr>
 * <tr><td>decision_tree</td><td>breast_cancer</td><td>log_loss</td>
 *     <td>criterion entropy, max_leaf_nodes 6, class_weight balanced</td>
 *     <td>0.670</td><td>0.650</td><td>0.140</td></tr>
 * <tr><td>decision_tree</td><td>digits</td><td>accuracy</td>
 *     <td>max_features sqrt, min_samples_split 5</td><td>0.745</td><td>0.741</td><td>0.019</td></tr>
 * <tr><td>regression_tree</td><td>diabetes</td><td>rmse</td>
 *     <td>max_depth 3</td><td>63.01</td><td>62.96</td><td>0.67</td></tr>
 * <tr><td>regression_tree</td><td>diabetes</td><td>rmse</td>
 *     <td>min_samples_leaf 20</td><td>61.86</td><td>61.86</td><td>0.85</td></tr>
 * <tr><td>regression_tree</td><td>diabetes</td><td>rmse</td>
 *     <td>max_features 0.5, max_leaf_nodes 12</td><td>63.16</td><td>63.87</td><td>1.00</td></tr>
 * <tr><td>random_forest</td><td>iris</td><td>log_loss</td>
 *     <td>min_samples_leaf 3</td><td>0.107</td><td>0.113</td><td>0.036</td></tr>
 * <tr><td>random_forest</td><td>wine</td><td>log_loss</td>
 *     <td>max_samples 0.5</td><td>0.191</td><td>0.191</td><td>0.029</td></tr>
 * <tr><td>random_forest</td><td>breast_cancer</td><td>log_loss</td>
 *     <td>max_depth 3, min_samples_leaf 10</td><td>0.148</td><td>0.146</td><td>0.017</td></tr>
 * <tr><td>random_forest</td><td>breast_cancer</td><td>log_loss</td>
 *     <td>criterion entropy, class_weight balanced, max_features log2, min_samples_leaf 5</td>
 *     <td>0.130</td><td>0.128</td><td>0.014</td></tr>
 * <tr><td>random_forest</td><td>digits</td><td>accuracy</td>
 *     <td>n_estimators 50</td><td>0.935</td><td>0.935</td><td>0.011</td></tr>
 * <tr><td>random_forest</td><td>digits</td><td>log_loss</td>
 *     <td>n_estimators 50, max_leaf_nodes 30, bootstrap false</td><td>0.655</td><td>0.652</td><td>0.030</td></tr>
 * <tr><td>random_forest</td><td>diabetes</td><td>rmse</td>
 *     <td>as they are</td><td>58.24</td><td>58.03</td><td>1.11</td></tr>
 * <tr><td>random_forest</td><td>diabetes</td><td>rmse</td>
 *     <td>max_features 0.3, min_samples_leaf 5</td><td>56.10</td><td>56.30</td><td>0.52</td></tr>
 * <tr><td>gradient_tree_boost</td><td>iris</td><td>log_loss</td>
 *     <td>n_estimators 30, max_features sqrt</td><td>0.146</td><td>0.145</td><td>0.047</td></tr>
 * <tr><td>gradient_tree_boost</td><td>wine</td><td>log_loss</td>
 *     <td>n_estimators 50, subsample 0.5</td><td>0.097</td><td>0.098</td><td>0.033</td></tr>
 * <tr><td>gradient_tree_boost</td><td>breast_cancer</td><td>log_loss</td>
 *     <td>learning_rate 0.05, max_depth 2, subsample 0.7</td><td>0.112</td><td>0.112</td><td>0.018</td></tr>
 * <tr><td>gradient_tree_boost</td><td>diabetes</td><td>rmse</td>
 *     <td>subsample 0.5</td><td>59.06</td><td>59.17</td><td>1.14</td></tr>
 * <tr><td>gradient_tree_boost</td><td>diabetes</td><td>rmse</td>
 *     <td>loss absolute_error, learning_rate 0.05, max_depth 4, max_features log2</td>
 *     <td>57.43</td><td>57.51</td><td>0.73</td></tr>
 * <tr><td>ada_boost</td><td>iris</td><td>accuracy</td>
 *     <td>as they are</td><td>0.953</td><td>0.953</td><td>0.017</td></tr>
 * <tr><td>ada_boost</td><td>wine</td><td>log_loss</td>
 *     <td>max_depth 2, learning_rate 0.5, max_features sqrt</td><td>0.834</td><td>0.833</td><td>0.009</td></tr>
 * <tr><td>ada_boost</td><td>breast_cancer</td><td>log_loss</td>
 *     <td>n_estimators 30</td><td>0.366</td><td>0.365</td><td>0.010</td></tr>
 * <tr><td>ada_boost</td><td>digits</td><td>accuracy</td>
 *     <td>n_estimators 25, max_depth 4, max_features 0.2</td><td>0.867</td><td>0.862</td><td>0.017</td></tr>
 * </table>
 */
@NullMarked
package dev.fettle.learner.tree;

import org.jspecify.annotations.NullMarked;

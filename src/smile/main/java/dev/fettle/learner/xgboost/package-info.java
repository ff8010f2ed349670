/**
 * Gradient boosted trees of XGBoost, for those who bring its library (Chen and Guestrin, 2016, "XGBoost: a scalable tree
 * boosting system", KDD). Only {@code Boosted} knows it, and is not loaded before a training: everything else works without.
 */
@NullMarked
package dev.fettle.learner.xgboost;

import org.jspecify.annotations.NullMarked;

#include "verse_pair.hpp"

#include <algorithm>

namespace nn {

// [snip:scores]
PairScores scores_of(const PerceptronPair& pair, const TwoParts& task,
                     const Dataset& examined) {
    const double larger = arma::mean(task.train.y) > 0.5 ? 1.0 : 0.0;
    const arma::rowvec always(examined.y.n_elem, arma::fill::value(larger));
    PairScores scores{share_right(always, examined.y)};
    for (const std::size_t i : {0u, 1u}) {
        scores.last[i] =
            share_right(answers_of(pair[i].last(), examined.X), examined.y);
        scores.average[i] =
            share_right(answers_of(pair[i].average(), examined.X), examined.y);
    }
    return scores;
}
// [snip:scores]

// [snip:centred]
TwoParts with_inputs(TwoParts task, std::size_t inputs) {
    task.words.resize(std::min(inputs, task.words.size()));
    for (Dataset* part : {&task.train, &task.validation, &task.test})
        part->X.resize(task.words.size(), part->X.n_cols);
    return task;
}

TwoParts centred(TwoParts task) {
    const arma::vec mean = arma::mean(task.train.X, 1);  // inputs
    for (Dataset* part : {&task.train, &task.validation, &task.test})
        part->X.each_col() -= mean;
    return task;
}
// [snip:centred]

}  // namespace nn

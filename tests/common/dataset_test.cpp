#include "nn/dataset.hpp"

#include <cmath>

#include "support/catch.hpp"

namespace {

nn::Dataset two_examples() {
    return {{{1.0, 2.0}, {3.0, 4.0}, {5.0, 6.0}}, {0.0, 1.0}};
}

}  // namespace

TEST_CASE("examples that can be learnt from pass", "[dataset]") {
    nn::require_dataset("train", two_examples());
    nn::require_dataset("train",
                        {arma::mat(0, 2), {0.0, 1.0}});  // no inputs at all
    nn::require_inputs("train", two_examples().X, 3);
    SUCCEED();
}

TEST_CASE("examples that nothing can be learnt from are refused with their place",
          "[dataset]") {
    CHECK_THROWS_WITH(nn::require_dataset("train", {}),
                      "train: no examples; give at least 1");
    nn::Dataset data = two_examples();
    data.y = {0.0, 1.0, 1.0};
    CHECK_THROWS_WITH(nn::require_dataset("train", data),
                      "train: 2 examples and 3 labels; give one label an example");
    data = two_examples();
    data.y[1] = -1.0;
    CHECK_THROWS_WITH(nn::require_dataset("train", data),
                      "train: label 1 is -1.000000; a label must be 0 or 1");
    for (const double bad : {double{NAN}, double{INFINITY}}) {
        data = two_examples();
        data.X(2, 1) = bad;
        CHECK_THROWS_WITH(nn::require_dataset("train", data),
                          oracle::mentions("train: input 2 of example 1 is ") &&
                              oracle::mentions("; inputs must be finite"));
    }
    CHECK_THROWS_WITH(
        nn::require_inputs("predict", two_examples().X, 4),
        "predict: the examples have 3 inputs and the model has weights "
        "for 4; the numbers must be equal");
}

TEST_CASE("chosen columns keep their labels", "[dataset]") {
    const nn::Dataset one = nn::columns_of(two_examples(), {1});
    CHECK(one.X.n_cols == 1);
    CHECK(one.X(2, 0) == 6.0);
    CHECK(one.y[0] == 1.0);
}

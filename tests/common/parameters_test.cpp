#include "nn/parameters.hpp"

#include "support/catch.hpp"

TEST_CASE("matrices lie one behind the other, and share the array's memory",
          "[parameters]") {
    nn::ParameterLayout layout;
    CHECK(layout.add("W", 2, 3) == 0);
    CHECK(layout.add("b", 2, 1) == 1);
    CHECK(layout.size() == 8);
    CHECK(layout.tensors()[1].offset == 6);
    std::vector<float> all{1, 2, 3, 4, 5, 6, 7, 8};
    arma::fmat W = layout.matrix(std::span<float>(all), 0);
    CHECK((W.n_rows == 2 && W.n_cols == 3 && W(1, 2) == 6.0F));
    W(0, 1) = 9.0F;
    CHECK(all[2] == 9.0F);
    CHECK(layout.matrix(std::span<const float>(all), 1)(1, 0) == 8.0F);
    CHECK(layout.values(std::span<float>(all), 1).data() == all.data() + 6);
}

TEST_CASE("an array of another length is refused", "[parameters]") {
    nn::ParameterLayout layout;
    layout.add("W", 2, 3);
    std::vector<float> all(5);
    CHECK_THROWS_WITH(layout.matrix(std::span<float>(all), 0),
                      "ParameterLayout: an array of 5 numbers for 6 parameters; "
                      "the lengths must agree");
    all.resize(6);
    CHECK_THROWS_AS(layout.values(std::span<float>(all), 1), std::out_of_range);
}

/// What the words around a gap say: slopes, what does not matter, what is refused.
#include <algorithm>
#include <type_traits>

#include "nn/gradient_check.hpp"
#include "small_gaps.hpp"
#include "support/catch.hpp"

using small_gaps::Case;

namespace {

arma::mat forward(const Case& c, nn::GapContextPass<double>& pass) {
    return c.context.forward(c.layout, std::span<const double>(c.parameters), c.E,
                             c.gaps, pass);
}

/// A loss whose slopes in the gaps' vectors are no two alike.
template <class T>
T loss_of(const Case& c, std::span<const T> parameters) {
    T loss = 0;
    for (std::size_t i = 0; i < c.gaps.size(); ++i) {
        const std::vector<T> h = small_gaps::vector_of<T>(c, parameters, c.gaps[i]);
        for (std::size_t r = 0; r < h.size(); ++r)
            loss += h[r] * h[r] * T(double(i + 1)) + h[r] * T(double(r));
    }
    return loss;
}

std::vector<double> gradient_of(const Case& c) {
    nn::GapContextPass<double> pass;
    const arma::mat H = forward(c, pass);
    arma::mat dH(arma::size(H));
    for (arma::uword i = 0; i < H.n_cols; ++i)
        for (arma::uword r = 0; r < H.n_rows; ++r)
            dH(r, i) = 2 * H(r, i) * double(i + 1) + double(r);
    std::vector<double> gradient(c.layout.size());
    c.context.backward(c.layout, std::span<const double>(c.parameters), c.gaps, dH,
                       pass, std::span<double>(gradient));
    return gradient;
}

}  // namespace

TEST_CASE("the slopes of a gap's vector agree with differences", "[gap]") {
    for (const nn::ContextKind kind :
         {nn::ContextKind::content, nn::ContextKind::distance,
          nn::ContextKind::both}) {
        const Case c(kind, 5);
        const nn::GradientCheck check = nn::check_gradient(
            [&](const auto& at) {
                using T = std::decay_t<decltype(at[0])>;
                return loss_of<T>(c, std::span<const T>(at));
            },
            c.parameters, gradient_of(c));
        INFO(int(kind) << ": parameter " << check.parameter);
        CHECK(check.worst <= 1e-9);
    }
}

TEST_CASE("slopes are added to those that are there", "[gap]") {
    const Case c(nn::ContextKind::both, 5);
    nn::GapContextPass<double> pass;
    const arma::mat dH = forward(c, pass);
    std::vector<double> once(c.layout.size()), twice = once;
    const auto add = [&](std::vector<double>& gradient) {
        c.context.backward(c.layout, std::span<const double>(c.parameters), c.gaps,
                           dH, pass, std::span<double>(gradient));
    };
    add(once), add(twice), add(twice);
    for (std::size_t i = 0; i < once.size(); ++i)
        CHECK(twice[i] == Approx(2 * once[i]));
}

TEST_CASE("weights sum to one, hidden and unknown words have none", "[gap]") {
    const Case c(nn::ContextKind::both, 1);
    nn::GapContextPass<double> pass;
    forward(c, pass);
    for (std::size_t i = 0; i < c.gaps.size(); ++i)
        for (std::size_t head = 0; head < c.shape.heads; ++head) {
            CHECK(arma::accu(pass.A[i].col(head)) == Approx(1));
            for (std::size_t j = 0; j < c.gaps[i].words.size(); ++j)
                CHECK((pass.A[i](j, head) > 0) == c.gaps[i].shows(j));
        }
}

TEST_CASE("which word is hidden leaves the vector bit for bit", "[gap]") {
    Case c(nn::ContextKind::both, 2);
    nn::GapContextPass<double> pass;
    const arma::mat before = forward(c, pass);
    for (std::size_t i = 0; i < c.gaps.size(); ++i)
        c.lines[i][c.gaps[i].place] =
            i % 2 ? nn::unknown_word : (c.lines[i][c.gaps[i].place] + 1) % 7;
    CHECK(arma::approx_equal(before, forward(c, pass), "absdiff", 0.0));
}

TEST_CASE("words by content alone may change places, by distance not", "[gap]") {
    for (const nn::ContextKind kind : small_gaps::all_kinds) {
        Case c(kind, 3);
        nn::GapContextPass<double> pass;
        const arma::mat before = forward(c, pass);
        for (std::size_t i = 0; i < c.gaps.size(); ++i) {
            std::reverse(c.lines[i].begin(), c.lines[i].end());
            c.gaps[i].place = c.lines[i].size() - 1 - c.gaps[i].place;
        }
        INFO(int(kind));
        CHECK(arma::approx_equal(before, forward(c, pass), "absdiff", 1e-12) ==
              !c.shape.by_distance());
    }
}

TEST_CASE("a gap that cannot be looked around is refused", "[gap]") {
    Case c(nn::ContextKind::both, 1);
    nn::GapContextPass<double> pass;
    const std::vector<nn::Token> alone{3}, strangers{3, nn::unknown_word},
        beyond{1, 7};
    const auto refusal = [&](std::span<const nn::Token> words, std::size_t place) {
        c.gaps = {{words, place}};
        return [&] { forward(c, pass); };
    };
    CHECK_THROWS_WITH(refusal(alone, 0)(),
                      "GapContext: a gap at place 0 of 1 words, 0 of the others "
                      "known; it needs a place in the line and at least 1 of them");
    CHECK_THROWS_WITH(refusal(strangers, 0)(),
                      oracle::mentions("0 of the others known"));
    CHECK_THROWS_AS(refusal(c.lines[4], 99)(), std::invalid_argument);
    CHECK_THROWS_WITH(refusal(beyond, 0)(),
                      "GapContext: word 7 of 7; words count from 0");
    c.gaps.clear();
    CHECK_THROWS_AS(forward(c, pass), std::invalid_argument);
}

TEST_CASE("shapes that do not fit are refused", "[gap]") {
    Case c(nn::ContextKind::both, 1);
    nn::GapContextPass<double> pass;
    forward(c, pass);
    std::vector<double> gradient(c.layout.size());
    CHECK_THROWS_AS(
        c.context.backward(c.layout, std::span<const double>(c.parameters), c.gaps,
                           arma::mat(3, 2), pass, std::span<double>(gradient)),
        std::invalid_argument);
    c.E.set_size(4, 7);
    CHECK_THROWS_AS(forward(c, pass), std::invalid_argument);
    nn::ParameterLayout layout;
    CHECK_THROWS_AS(
        nn::GapContext<double>(layout, {nn::ContextKind::content, 3, 0, 2}),
        std::invalid_argument);
}

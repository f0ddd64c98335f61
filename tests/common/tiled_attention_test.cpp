/// Attention by tiles: equal to attention by a table, in less memory.
#include "nn/tiled_attention.hpp"

#include <cmath>
#include <cstring>
#include <limits>

#include "nn/worker_team.hpp"
#include "support/oracle.hpp"
#include "support/peak_memory.hpp"
#include "support/random_matrix.hpp"

using nn::AttentionRule;

namespace {

template <class T>
struct Given {
    Given(arma::uword keys, arma::uword queries, nn::Rng& rng)
        : Q(random_matrix<T>(d, queries, rng)),
          K(random_matrix<T>(d, keys, rng)),
          V(random_matrix<T>(values, keys, rng)),
          dO(random_matrix<T>(values, queries, rng)) {}

    static constexpr arma::uword d = 16, values = 10;
    arma::Mat<T> Q, K, V, dO;
};

/// There and back by the table of weights.
template <class T>
struct Plain {
    Plain(const Given<T>& given, const AttentionRule& rule) {
        const T scale = 1 / std::sqrt(T(given.Q.n_rows));
        const arma::Mat<T> scores = scale * (given.K.t() * given.Q);
        const arma::Mat<T> A = nn::attention_weights(scores, rule);
        O = nn::attention_output(given.V, A);
        const nn::AttentionSlopes<T> slopes =
            nn::attention_back(given.V, A, given.dO);
        dQ = scale * (given.K * slopes.scores);
        dK = scale * (given.Q * slopes.scores.t());
        dV = slopes.V;
    }
    arma::Mat<T> O, dQ, dK, dV;
};

/// The largest difference, in ulp of the largest number.
template <class T>
class UlpApart {
public:
    UlpApart& see(const arma::Mat<T>& got, const arma::Mat<T>& right) {
        REQUIRE(arma::size(got) == arma::size(right));
        most_ = std::max(most_, arma::abs(got - right).max());
        largest_ = std::max(largest_, arma::abs(right).max());
        return *this;
    }
    double ulp() const {
        return most_ == 0 ? 0.0 : double(most_ / oracle::spacing<T>(largest_));
    }

private:
    T most_ = 0, largest_ = 0;
};

struct Apart {
    double forward = 0.0, back = 0.0;
};

template <class T>
void see(Apart& worst, const Given<T>& given, const AttentionRule& rule) {
    const Plain<T> plain(given, rule);
    const nn::TiledPass<T> pass =
        nn::tiled_attention(given.Q, given.K, given.V, rule);
    const nn::TiledSlopes<T> slopes =
        nn::tiled_attention_back(given.Q, given.K, given.V, pass, given.dO, rule);
    worst.forward =
        std::max(worst.forward, UlpApart<T>().see(pass.O, plain.O).ulp());
    worst.back = std::max(worst.back, UlpApart<T>()
                                          .see(slopes.Q, plain.dQ)
                                          .see(slopes.K, plain.dK)
                                          .see(slopes.V, plain.dV)
                                          .ulp());
}

/// Every fifth key is filling.
std::vector<bool> some_padding(std::size_t keys) {
    std::vector<bool> padding(keys);
    for (std::size_t k = 0; k < keys; k += 5) padding[k] = true;
    return padding;
}

template <class T>
bool same_bytes(const arma::Mat<T>& one, const arma::Mat<T>& other) {
    return arma::size(one) == arma::size(other) &&
           std::memcmp(one.memptr(), other.memptr(), one.n_elem * sizeof(T)) == 0;
}

}  // namespace

// The numbers of the doc comments.
TEMPLATE_TEST_CASE("tiles give what the table gives", "[tiled]", float, double) {
    nn::Rng rng(7);
    Apart worst;
    for (const std::size_t T : {1, 7, 63, 64, 65, 200})
        for (const bool causal : {false, true})
            for (const double slope : {0.0, 0.125})
                for (const bool padded : {false, true}) {
                    AttentionRule rule{.causal = causal, .slope = slope};
                    if (padded) rule.padding = some_padding(T);
                    see(worst, Given<TestType>(T, T, rng), rule);
                }
    for (const std::size_t keys : {1, 64, 130})  // queries of another text
        for (const bool causal : {false, true})
            see(worst, Given<TestType>(keys, 70, rng), {.causal = causal});
    CAPTURE(worst.forward, worst.back);
    CHECK(worst.forward <= 16);
    CHECK(worst.back <= 32);
}

TEST_CASE("in tiles too, who sees nobody takes nothing and teaches nothing",
          "[tiled]") {
    nn::Rng rng(8);
    const Given<double> given(100, 100, rng);
    AttentionRule rule{.causal = true, .padding = std::vector<bool>(100)};
    std::fill_n(rule.padding.begin(), 70, true);
    const nn::TiledPass<double> pass =
        nn::tiled_attention(given.Q, given.K, given.V, rule);
    CHECK(pass.O.head_cols(70).is_zero());
    CHECK(std::isinf(pass.log_sums[69]));
    CHECK(std::isfinite(pass.log_sums[70]));
    const nn::TiledSlopes<double> slopes =
        nn::tiled_attention_back(given.Q, given.K, given.V, pass, given.dO, rule);
    CHECK((slopes.Q.head_cols(70).is_zero() && slopes.K.head_cols(70).is_zero() &&
           slopes.V.head_cols(70).is_zero()));
    CHECK((slopes.Q.is_finite() && slopes.K.is_finite() && slopes.V.is_finite()));
    CHECK_FALSE(slopes.V.col(70).is_zero());
}

TEST_CASE("what comes later changes no bit of a causal output", "[tiled]") {
    nn::Rng rng(9);
    const Given<float> given(130, 130, rng);
    const AttentionRule causal{.causal = true};
    const arma::fmat before =
        nn::tiled_attention(given.Q, given.K, given.V, causal).O;
    for (const arma::uword later : {1, 63, 64, 100, 129}) {
        Given<float> changed = given;
        changed.K.tail_cols(130 - later).fill(50.0F);
        changed.V.tail_cols(130 - later).fill(-1e6F);
        const arma::fmat after =
            nn::tiled_attention(changed.Q, changed.K, changed.V, causal).O;
        CHECK(same_bytes<float>(after.head_cols(later), before.head_cols(later)));
        CHECK_FALSE(same_bytes<float>(after, before));
    }
}

TEST_CASE("scores far apart neither overflow nor vanish", "[tiled]") {
    nn::Rng rng(10);
    Given<float> given(200, 200, rng);
    given.Q *= 100.0F;
    const nn::TiledPass<float> pass =
        nn::tiled_attention(given.Q, given.K, given.V, {});
    CHECK(pass.O.is_finite());
    CHECK(UlpApart<float>().see(pass.O, Plain<float>(given, {}).O).ulp() <= 256);
}

TEST_CASE("heads as shards: the same bytes at any number of threads", "[tiled]") {
    const auto outputs = [](unsigned threads) {
        nn::Rng rng(11);
        const std::vector<Given<float>> heads(6, Given<float>(150, 150, rng));
        std::vector<arma::fmat> made(heads.size());
        nn::WorkerTeam(threads).for_each_shard(heads.size(), [&](std::size_t h) {
            const Given<float>& head = heads[h];
            const AttentionRule rule{.causal = h % 2 == 0};
            const auto pass = nn::tiled_attention(head.Q, head.K, head.V, rule);
            made[h] = nn::tiled_attention_back(head.Q, head.K, head.V, pass,
                                               head.dO, rule)
                          .K;
        });
        return made;
    };
    const std::vector<arma::fmat> one = outputs(1), two = outputs(2),
                                  three = outputs(3);
    for (std::size_t h = 0; h < one.size(); ++h)
        CHECK((same_bytes(one[h], two[h]) && same_bytes(one[h], three[h])));
}

TEST_CASE("memory that grows like the text, not like its square",
          "[tiled][memory]") {
    if (!peak_memory::is_measured) return;
    const auto taken = [](arma::uword T) {
        return peak_memory::growth([T] {
            nn::Rng rng(12);
            const Given<float> given(T, T, rng);
            const AttentionRule causal{.causal = true};
            const auto pass =
                nn::tiled_attention(given.Q, given.K, given.V, causal);
            nn::tiled_attention_back(given.Q, given.K, given.V, pass, given.dO,
                                     causal);
        });
    };
    constexpr double MiB = 1 << 20;
    taken(64);  // what is there but once
    const double half = taken(4096), whole = taken(8192);
    CAPTURE(half, whole);
    CHECK(whole <= 2 * half + MiB);
    CHECK(whole <= 8 * MiB);  // a table of 8192 × 8192 floats takes 256
}

TEST_CASE("tiles refuse what does not fit", "[tiled]") {
    nn::Rng rng(13);
    const Given<double> given(5, 3, rng);
    const auto refused = [](const arma::mat& Q, const arma::mat& K,
                            const arma::mat& V, const AttentionRule& rule,
                            const char* shapes) {
        CHECK_THROWS_WITH(nn::tiled_attention(Q, K, V, rule),
                          oracle::mentions(shapes));
        CHECK_THROWS_WITH(nn::tiled_attention_back(Q, K, V, {}, {}, rule),
                          oracle::mentions(shapes));
    };
    const auto& [Q, K, V, dO] = given;
    refused(V, K, V, {}, "Q is 10 × 5, K is 16 × 5");
    refused(Q, K, dO, {}, "K is 16 × 5, V is 10 × 3");
    refused(Q, K, V, {.padding = {true}}, "V is 10 × 5 and 1 keys are marked");
    refused(arma::mat(16, 0), K, V, {}, "Q is 16 × 0");
    refused(Q, arma::mat(16, 0), arma::mat(10, 0), {}, "V is 10 × 0");
    refused(Q, K, arma::mat(0, 5), {}, "there must be a token");
    const nn::TiledPass<double> pass = nn::tiled_attention(Q, K, V, {});
    CHECK_THROWS_WITH(
        nn::tiled_attention_back(Q, K, V, pass, V, {}),
        "tiled_attention_back: dO needs the shape of O, a column a query");
    CHECK_THROWS_WITH(nn::tiled_attention_back(V, V, V, pass, dO, {}),
                      oracle::mentions("dO needs the shape of O"));
}

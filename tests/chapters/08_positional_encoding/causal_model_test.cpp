/// The causal model: its beginning, its slopes under each encoding, its refusals.
#include "nn/clipping.hpp"
#include "small_causal.hpp"
#include "support/catch.hpp"

using nn::PositionKind;
using small_causal::Reader;

namespace {

double learn(const nn::CausalModel& model, const nn::CausalBatch& batch,
             float weight, std::span<float> gradient) {
    nn::CausalPass pass;
    return model.learn(batch.symbols, batch.right, batch.sequences, weight, pass,
                       gradient);
}

std::string refusal(const nn::CausalShape& shape) {
    nn::Rng rng(1);
    try {
        nn::CausalModel(shape, rng);
    } catch (const std::invalid_argument& refused) {
        return refused.what();
    }
    return {};
}

}  // namespace

TEST_CASE("the five encodings have names", "[causal]") {
    std::vector<std::string> names;
    for (const PositionKind kind : nn::position_kinds)
        names.emplace_back(nn::name_of(kind));
    CHECK(names == std::vector<std::string>{"none", "sinusoidal", "learned",
                                            "rotary", "linear bias"});
    CHECK(std::string(nn::name_of(PositionKind(9))).empty());
}

TEST_CASE("models that differ in their positions begin alike", "[causal]") {
    nn::Rng rng(3);
    const nn::CausalModel none({.symbols = 6, .width = 8, .heads = 2, .longest = 9},
                               rng);
    const auto first = none.parameters();
    for (const PositionKind kind : nn::position_kinds) {
        nn::Rng again(3);
        nn::CausalModel model(
            {.positions = kind, .symbols = 6, .width = 8, .heads = 2, .longest = 9},
            again);
        const bool is_learned = kind == PositionKind::learned;
        CHECK(model.parameters().size() == first.size() + (is_learned ? 8 * 9 : 0));
        CHECK(std::equal(first.begin(), first.end(), model.parameters().begin()));
        if (is_learned) {
            const arma::fmat P = model.learned_positions();
            CHECK((P.n_rows == 8 && P.n_cols == 9));
            CHECK(arma::abs(P).max() <= 0.1F);
            CHECK(arma::abs(P).max() > 0.08F);
        } else {
            CHECK_THROWS_WITH(model.learned_positions(),
                              "CausalModel::learned_positions: the model has no "
                              "learned positions");
        }
    }
    for (std::size_t i = 0; i < none.layout().tensors().size(); ++i) {
        const arma::fmat matrix = none.layout().matrix(first, i);
        const float bound = i == 0 ? 1.0F : 1 / std::sqrt(8.0F);
        CHECK(arma::abs(matrix).max() <= (matrix.n_cols == 1 ? 0.0F : bound));
        if (matrix.n_cols > 1) CHECK(arma::abs(matrix).max() > 0.9F * bound);
    }
}

TEST_CASE("the loss is that of the model read token by token", "[causal]") {
    const nn::CausalBatch batch = small_causal::batch();
    for (const PositionKind kind : nn::position_kinds) {
        INFO(nn::name_of(kind));
        const nn::CausalModel model = small_causal::model(kind);
        std::vector<float> gradient(model.layout().size());
        CHECK(learn(model, batch, 1, gradient) ==
              Approx(Reader<double>(model).loss(batch)).epsilon(1e-5));
    }
}

TEST_CASE("the slopes are those of the loss, under each encoding", "[causal]") {
    const nn::CausalBatch batch = small_causal::batch();
    constexpr double weight = 0.25, h = 1e-4;
    for (const PositionKind kind : nn::position_kinds) {
        INFO(nn::name_of(kind));
        const nn::CausalModel model = small_causal::model(kind);
        std::vector<float> gradient(model.layout().size());
        learn(model, batch, float(weight), gradient);
        Reader<double> reader(model);
        double worst = 0;
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            double& number = reader.numbers()[i];
            const double here = number;
            number = here + h;
            const double above = reader.loss(batch);
            number = here - h;
            const double below = reader.loss(batch);
            number = here;
            const double slope = weight * (above - below) / (2 * h);
            worst = std::max(worst, std::abs(double(gradient[i]) - slope));
        }
        CHECK(worst < 1e-5 * nn::gradient_norm<float>(gradient));
        CHECK(nn::gradient_norm<float>(gradient) > 0.1);
        learn(model, batch, float(weight), gradient);  // slopes are added
        Reader<double> same(model);
        CHECK(nn::gradient_norm<float>(gradient) > 0.2);
    }
}

TEST_CASE("a pass serves for longer and shorter sequences", "[causal]") {
    for (const PositionKind kind : nn::position_kinds) {
        INFO(nn::name_of(kind));
        const nn::CausalModel model = small_causal::model(kind);
        nn::CausalPass used;
        for (const std::size_t steps : {4, 9, 2}) {
            const auto symbols = small_causal::some_symbols(2 * steps);
            nn::CausalPass fresh;
            const arma::fmat one = model.read(symbols, 2, used),
                             two = model.read(symbols, 2, fresh);
            CHECK(arma::approx_equal(one, two, "absdiff", 0.0F));
        }
    }
}

TEST_CASE("no token sees one that comes after it", "[causal]") {
    for (const PositionKind kind : nn::position_kinds) {
        INFO(nn::name_of(kind));
        const nn::CausalModel model = small_causal::model(kind);
        nn::CausalPass pass;
        auto symbols = small_causal::some_symbols(8);
        const arma::fmat before = model.read(symbols, 1, pass);
        symbols[5] = (symbols[5] + 1) % small_causal::symbols;
        const arma::fmat after = model.read(symbols, 1, pass);
        CHECK(arma::approx_equal(before.head_cols(5), after.head_cols(5), "absdiff",
                                 0.0F));
        CHECK(arma::abs(before.col(5) - after.col(5)).max() > 0.01F);
    }
}

TEST_CASE("the weights of a head can be looked at", "[causal]") {
    const nn::CausalModel model = small_causal::model(PositionKind::rotary);
    nn::CausalPass pass;
    model.read(small_causal::some_symbols(14), 2, pass);
    const arma::fmat A = model.weights(pass, 1, 1, 1);
    CHECK((A.n_rows == 7 && A.n_cols == 7));
    CHECK(arma::abs(arma::sum(A, 0) - 1.0F).max() < 1e-6F);
    CHECK(A(3, 2) == 0.0F);
    CHECK_THROWS_AS(model.weights(pass, 2, 0, 0), std::out_of_range);
}

TEST_CASE("a position beyond the learned table is refused", "[causal]") {
    const std::string said =
        "PositionTable: a sequence of 10 tokens and 9 learned positions; shorten "
        "the "
        "sequence or learn more positions";
    for (const PositionKind kind : nn::position_kinds) {
        const nn::CausalModel model = small_causal::model(kind);
        nn::CausalPass pass;
        std::vector<float> gradient(model.layout().size());
        const auto symbols = small_causal::some_symbols(20);
        if (kind != PositionKind::learned) {
            CHECK(model.read(symbols, 2, pass).n_cols == 20);
            continue;
        }
        CHECK_THROWS_WITH(model.read(symbols, 2, pass), said);
        CHECK_THROWS_WITH(model.learn(symbols, symbols, 2, 1, pass, gradient),
                          said);
    }
}

TEST_CASE("shapes and symbols that do not fit are refused", "[causal]") {
    CHECK(refusal({.symbols = 2}).empty());
    CHECK(refusal({.symbols = 1}) ==
          "CausalModel: a text of 1 symbols; there must be something to foretell: "
          "give at least 2");
    CHECK(refusal({.layers = 0}) == "CausalModel: no layers; give at least 1");
    CHECK(refusal({.width = 6, .heads = 4}) ==
          "MultiHead: 4 heads for a width of 6; the heads must divide the width");
    CHECK_THAT(refusal({.positions = PositionKind::learned, .longest = 0}),
               oracle::mentions("give at least 1 of each"));
    const nn::CausalModel model = small_causal::model(PositionKind::learned);
    nn::CausalPass pass;
    const auto read = [&](const std::vector<nn::Token>& symbols,
                          std::size_t sequences) {
        try {
            model.read(symbols, sequences, pass);
        } catch (const std::invalid_argument& refused) {
            return std::string(refused.what());
        }
        return std::string();
    };
    CHECK(read({0, 6}, 1) == "CausalModel: symbol 6 of 6; symbols count from 0");
    for (const std::size_t sequences : {0, 2, 4})
        CHECK(read({0, 1, 2}, sequences) ==
              "CausalModel: 3 symbols in " + std::to_string(sequences) +
                  " sequences; give each as many, at least 1");
    CHECK_THAT(read({}, 1), oracle::mentions("0 symbols in 1 sequences"));
}

/// The character model: its shape, its beginning, its loss and its slopes.
#include "nn/clipping.hpp"
#include "small_characters.hpp"
#include "support/catch.hpp"

using small_characters::all_cells;

namespace {

constexpr std::size_t steps = 7, sequences = 3;

/// Symbols of all sequences, step by step, and what follows each.
struct Batch {
    small_characters::Text symbols, next;
};

Batch batch() {
    const auto text = small_characters::text(sequences * 20);
    Batch all;
    for (std::size_t t = 0; t < steps; ++t)
        for (std::size_t s = 0; s < sequences; ++s) {
            all.symbols.push_back(text[20 * s + t]);
            all.next.push_back(text[20 * s + t + 1]);
        }
    return all;
}

double loss(const nn::CharacterModel& model, const Batch& data, float weight,
            std::span<float> gradient) {
    nn::StackPass pass;
    model.prepare(pass, steps, sequences);
    return model.learn(data.symbols, data.next, weight, pass, gradient);
}

}  // namespace

TEST_CASE("a model's numbers can be counted without it", "[character]") {
    for (const nn::CellKind cell : all_cells)
        for (const std::size_t layers : {1, 2, 3}) {
            const nn::CharacterModel model =
                small_characters::model(cell, 5, layers);
            CHECK(nn::parameters_of(model.shape()) == model.layout().size());
            CHECK(model.parameters().size() == model.layout().size());
        }
    // W_x and W_h and b of four gates; then 6 scores
    CHECK(nn::parameters_of({nn::CellKind::lstm, 6, 5, 1}) ==
          4 * 5 * (6 + 5 + 1) + 6 * (5 + 1));
    CHECK(nn::parameters_of({nn::CellKind::lstm, 65, 4096, 16}) == 2'081'968'193);
}

TEST_CASE("a model begins with small weights, and forgets little", "[character]") {
    for (const nn::CellKind cell : all_cells) {
        const nn::CharacterModel model = small_characters::model(cell, 16);
        for (std::size_t i = 0; i < model.layout().tensors().size(); ++i) {
            const arma::fmat matrix = model.layout().matrix(model.parameters(), i);
            if (matrix.n_cols > 1) {
                CHECK(arma::abs(matrix).max() <= 0.25F);
                CHECK(arma::abs(matrix).max() > 0.2F);
                CHECK(std::abs(arma::accu(matrix)) <
                      0.6F * std::sqrt(float(matrix.n_elem)));
                continue;
            }
            arma::fvec right(matrix.n_rows);
            const bool is_layer = i < 6;
            if (cell == nn::CellKind::lstm && is_layer) right.subvec(16, 31).ones();
            CHECK(arma::all(matrix.col(0) == right));
        }
    }
}

TEST_CASE("a model without a choice or without a layer is refused", "[character]") {
    nn::Rng rng(1);
    const auto refusal = [&](const nn::CharacterShape& shape) {
        try {
            nn::CharacterModel(shape, rng);
        } catch (const std::invalid_argument& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    using oracle::mentions;
    CHECK_THAT(refusal({nn::CellKind::gru, 1, 5, 1}), mentions("at least 2"));
    CHECK_THAT(refusal({nn::CellKind::gru, 6, 0, 1}), mentions("0 hidden units"));
    CHECK_THAT(refusal({nn::CellKind::gru, 6, 5, 0}), mentions("no layers"));
    CHECK(refusal({nn::CellKind::gru, 2, 1, 1}).empty());
}

TEST_CASE("the loss is that of the scores, symbol by symbol", "[character]") {
    const Batch data = batch();
    for (const nn::CellKind cell : all_cells) {
        const nn::CharacterModel model = small_characters::model(cell);
        std::vector<float> gradient(model.layout().size());
        double right = 0.0;
        for (std::size_t s = 0; s < sequences; ++s) {
            small_characters::SimpleReader reader(model);
            for (std::size_t t = 0; t < steps; ++t)
                right += small_characters::nats(
                    reader.read(data.symbols[t * sequences + s]),
                    data.next[t * sequences + s]);
        }
        CHECK(loss(model, data, 1, gradient) == Approx(right).epsilon(1e-6));
    }
}

TEST_CASE("the slopes of all layers are those of the loss", "[character]") {
    const Batch data = batch();
    for (const nn::CellKind cell : all_cells) {
        nn::CharacterModel model = small_characters::model(cell);
        std::vector<float> gradient(model.layout().size()), unused(gradient.size());
        constexpr float weight = 0.125F;
        loss(model, data, weight, gradient);
        // along the gradient the loss must rise by the gradient's length
        const double length = nn::gradient_norm<float>(gradient);
        const std::vector<float> at = small_characters::parameters_of(model);
        const auto moved = [&](double by) {
            for (std::size_t i = 0; i < at.size(); ++i)
                model.parameters()[i] =
                    static_cast<float>(at[i] + by * gradient[i] / length);
            return weight * loss(model, data, 0, unused);
        };
        constexpr double h = 0.02;
        const double far = (moved(2 * h) - moved(-2 * h)) / (4 * h);
        const double near = (moved(h) - moved(-h)) / (2 * h);
        CHECK((4 * near - far) / 3 == Approx(length).epsilon(1e-4));
        CHECK(nn::gradient_norm<float>(unused) == 0);
    }
}

/// The fast way against the simple one.
#include "nn/recurrent_stack.hpp"

#include "nn/initialisation.hpp"
#include "nn/rng.hpp"
#include "recurrent_models.hpp"
#include "support/catch.hpp"

using nn::CellKind;

namespace {

constexpr std::size_t inputs = 5, hidden = 7, steps = 9, sequences = 4;

/// A stack with random weights, states, inputs and slopes from above.
struct Model {
    explicit Model(CellKind cell, std::size_t layers)
        : kind(cell),
          stack(layout, "r", {cell, inputs, hidden, layers}),
          parameters(layout.size()),
          gradient(layout.size()),
          X(inputs, steps * sequences) {
        nn::fill_uniform<float>(parameters, 0.8, rng);
        stack.prepare(pass, steps, sequences);
        for (nn::LayerPass& layer : pass.layers) {
            fill(layer.hidden), fill(layer.cell), fill(layer.dhidden),
                fill(layer.dcell);
            first_hidden.push_back(layer.hidden.head_cols(sequences));
            first_cell.push_back(layer.cell.head_cols(sequences));
            last_dhidden.push_back(layer.dhidden),
                last_dcell.push_back(layer.dcell);
        }
        fill(X);
        for (std::size_t i = 0; i < steps * sequences; ++i)
            tokens.push_back(static_cast<nn::Token>(rng.interval(inputs - 1)));
        pass.dH.set_size(hidden, steps * sequences);
        fill(pass.dH);
        above = pass.dH;
    }

    void fill(arma::fmat& matrix) {
        if (!matrix.is_empty())
            nn::fill_uniform<float>({matrix.memptr(), matrix.n_elem}, 1.0, rng);
    }

    nn::Rng rng{11};
    CellKind kind;
    nn::ParameterLayout layout;
    nn::RecurrentStack stack;
    std::vector<float> parameters, gradient;
    nn::StackPass pass;
    arma::fmat X, dX, above;
    std::vector<nn::Token> tokens;
    std::vector<arma::fmat> first_hidden, first_cell, last_dhidden, last_dcell;
};

std::vector<double> column(const arma::fmat& matrix, std::size_t j) {
    std::vector<double> numbers;
    for (arma::uword i = 0; i < matrix.n_rows; ++i)
        numbers.push_back(static_cast<double>(matrix(i, j)));
    return numbers;
}

void see_all(Distance& distance, const std::vector<double>& got,
             std::span<const double> right) {
    REQUIRE(got.size() == right.size());
    for (std::size_t i = 0; i < got.size(); ++i) distance.see(got[i], right[i]);
}

/// The slopes that come into a state at the end as if it were read off there: h_T
/// by way of what is later counts with what is read off; c_T needs a layer that
/// knows.
struct Simple {
    Distance states, slopes, first_slopes, input_slopes, gradient;
};

/// Every sequence alone, layer by layer, in double.
Simple compare(Model& m, const arma::fmat& X) {
    Simple all;
    std::vector<SimpleLayer> layers;
    for (const nn::RecurrentLayer& layer : m.stack.layers())
        layers.emplace_back(m.kind, layer, m.layout, m.parameters);
    for (std::size_t s = 0; s < sequences; ++s) {
        std::vector<nn::Unrolled<double>> runs;
        for (std::size_t l = 0; l < layers.size(); ++l) {
            runs.push_back(layers[l].unrolled());
            runs[l].start(column(m.first_hidden[l], s), column(m.first_cell[l], s));
            for (std::size_t t = 1; t <= steps; ++t) {
                const std::vector<double> x = column(X, (t - 1) * sequences + s);
                l == 0 ? runs[l].read(x) : runs[l].read(runs[l - 1].hidden(t));
                see_all(all.states,
                        column(m.pass.layers[l].hidden, t * sequences + s),
                        runs[l].hidden(t));
                see_all(all.states,
                        column(m.pass.layers[l].cell, t * sequences + s),
                        runs[l].cell_state(t));
            }
        }
        std::vector<std::vector<double>> outside;
        for (std::size_t t = 0; t < steps; ++t)
            outside.push_back(column(m.above, t * sequences + s));
        for (std::size_t l = layers.size(); l-- > 0;) {
            const std::vector<double> later = column(m.last_dhidden[l], s);
            for (std::size_t k = 0; k < hidden; ++k) outside.back()[k] += later[k];
            const auto d = runs[l].back(outside, layers[l].slopes());
            see_all(all.first_slopes, column(m.pass.layers[l].dhidden, s),
                    d.hidden[0]);
            see_all(all.first_slopes, column(m.pass.layers[l].dcell, s), d.cell[0]);
            outside = d.input;
        }
        if (m.dX.is_empty()) continue;
        for (std::size_t t = 0; t < steps; ++t)
            see_all(all.input_slopes, column(m.dX, t * sequences + s), outside[t]);
    }
    std::size_t i = 0;
    for (const SimpleLayer& layer : layers)
        for (const double slope : layer.all_slopes())
            all.gradient.see(static_cast<double>(m.gradient[i++]), slope);
    return all;
}

void check(const Simple& all) {
    CHECK(all.states.share() <= 1e-5);
    CHECK(all.first_slopes.share() <= 1e-5);
    CHECK(all.input_slopes.share() <= 1e-5);
    CHECK(all.gradient.share() <= 1e-5);
}

}  // namespace

TEST_CASE("layers over whole batches give what one sequence after the other gives",
          "[recurrent]") {
    for (const CellKind kind : {CellKind::elman, CellKind::gru, CellKind::lstm})
        for (const std::size_t layers : {1, 2}) {
            INFO(nn::name_of(kind) << ", " << layers << " layers");
            Model m(kind, layers);
            for (std::size_t l = 0; l < layers;
                 ++l) {  // the simple way knows none in c_T
                m.pass.layers[l].dcell.zeros();
            }
            m.stack.forward(m.layout, m.parameters, m.X, m.pass);
            m.stack.backward(m.layout, m.parameters, m.X, m.pass, m.gradient, m.dX);
            check(compare(m, m.X));
        }
}

TEST_CASE("a token is a column with a single 1", "[recurrent]") {
    for (const CellKind kind : {CellKind::elman, CellKind::gru, CellKind::lstm}) {
        Model m(kind, 2);
        for (nn::LayerPass& layer : m.pass.layers) layer.dcell.zeros();
        m.stack.forward(m.layout, m.parameters, m.tokens, m.pass);
        m.stack.backward(m.layout, m.parameters, m.tokens, m.pass, m.gradient);
        arma::fmat X(inputs, m.tokens.size());
        for (std::size_t i = 0; i < m.tokens.size(); ++i) X(m.tokens[i], i) = 1.0F;
        check(compare(m, X));
    }
}

TEST_CASE(
    "a sequence in two parts, its states and slopes handed on, is one sequence",
    "[recurrent]") {
    for (const CellKind kind : {CellKind::elman, CellKind::gru, CellKind::lstm}) {
        INFO(nn::name_of(kind));
        Model whole(kind, 1);
        whole.stack.forward(whole.layout, whole.parameters, whole.X, whole.pass);
        whole.stack.backward(whole.layout, whole.parameters, whole.X, whole.pass,
                             whole.gradient, whole.dX);
        constexpr std::size_t cut = 4;
        const arma::fmat X1 = whole.X.head_cols(cut * sequences),
                         X2 = whole.X.tail_cols((steps - cut) * sequences);
        nn::StackPass first, second;
        whole.stack.prepare(first, cut, sequences);
        whole.stack.prepare(second, steps - cut, sequences);
        first.layers[0].hidden.head_cols(sequences) = whole.first_hidden[0];
        first.layers[0].cell.head_cols(sequences) = whole.first_cell[0];
        whole.stack.forward(whole.layout, whole.parameters, X1, first);
        second.layers[0].hidden.head_cols(sequences) =
            first.layers[0].hidden.tail_cols(sequences);
        second.layers[0].cell.head_cols(sequences) =
            first.layers[0].cell.tail_cols(sequences);
        whole.stack.forward(whole.layout, whole.parameters, X2, second);
        std::vector<float> gradient(whole.gradient.size());
        arma::fmat dX;
        second.dH = whole.above.tail_cols((steps - cut) * sequences);
        second.layers[0].dhidden = whole.last_dhidden[0],
        second.layers[0].dcell = whole.last_dcell[0];
        whole.stack.backward(whole.layout, whole.parameters, X2, second, gradient,
                             dX);
        first.dH = whole.above.head_cols(cut * sequences);
        first.layers[0].dhidden = second.layers[0].dhidden,
        first.layers[0].dcell = second.layers[0].dcell;
        whole.stack.backward(whole.layout, whole.parameters, X1, first, gradient,
                             dX);
        Distance distance;
        for (std::size_t i = 0; i < gradient.size(); ++i)
            distance.see(static_cast<double>(gradient[i]),
                         static_cast<double>(whole.gradient[i]));
        CHECK(distance.share() <= 1e-5);
    }
}

TEST_CASE("states are carried on or cleared", "[recurrent]") {
    Model m(CellKind::lstm, 2);
    m.stack.forward(m.layout, m.parameters, m.X, m.pass);
    const nn::StackPass before = m.pass;
    nn::carry_states(m.pass);
    for (std::size_t l = 0; l < 2; ++l) {
        const nn::LayerPass &now = m.pass.layers[l], &then = before.layers[l];
        CHECK(arma::approx_equal(now.hidden.head_cols(sequences),
                                 then.hidden.tail_cols(sequences), "absdiff",
                                 0.0F));
        CHECK(arma::approx_equal(now.cell.head_cols(sequences),
                                 then.cell.tail_cols(sequences), "absdiff", 0.0F));
        CHECK((now.dhidden.is_zero() && now.dcell.is_zero()));
    }
    nn::clear_states(m.pass);
    CHECK(m.pass.layers[1].hidden.head_cols(sequences).is_zero());
    CHECK(m.pass.layers[1].cell.head_cols(sequences).is_zero());
    CHECK(arma::approx_equal(m.pass.outputs(), before.outputs(), "absdiff", 0.0F));
    m.stack.prepare(m.pass, steps, sequences);  // of this size already: all stays
    CHECK(arma::approx_equal(m.pass.outputs(), before.outputs(), "absdiff", 0.0F));
    m.stack.prepare(m.pass, steps, sequences + 1);
    CHECK(m.pass.layers[0].hidden.is_zero());
}

TEST_CASE("shapes of layers and what they are called", "[recurrent]") {
    Model m(CellKind::gru, 2);
    std::vector<std::string> names;
    for (const nn::TensorPlace& place : m.layout.tensors())
        names.push_back(place.name);
    CHECK(names == std::vector<std::string>{"r.0.W_x", "r.0.W_h", "r.0.b",
                                            "r.1.W_x", "r.1.W_h", "r.1.b"});
    CHECK(m.stack.layers()[1].sums() == 3 * hidden);
    CHECK(m.layout.tensors()[3].columns == hidden);
    CHECK(nn::make_cell<float>(CellKind::elman)->gates() == 1);
    CHECK(nn::make_cell<float>(CellKind::lstm)->has_cell_state());
    CHECK_FALSE(nn::make_cell<float>(CellKind::gru)->has_cell_state());
    CHECK(std::string(nn::name_of(CellKind::elman)) == "Elman");
}

TEST_CASE("layers refuse what does not fit", "[recurrent]") {
    nn::ParameterLayout layout;
    CHECK_THROWS_WITH(nn::RecurrentStack(layout, "r", {CellKind::elman, 2, 3, 0}),
                      "RecurrentStack: no layers; give at least 1");
    CHECK_THROWS_WITH(nn::RecurrentLayer(layout, "r", CellKind::elman, 0, 3),
                      "RecurrentLayer: 0 inputs and 3 hidden units; a layer needs "
                      "at least 1 of each");
    CHECK_THROWS_WITH(nn::RecurrentLayer(layout, "r", CellKind::elman, 3, 0),
                      "RecurrentLayer: 3 inputs and 0 hidden units; a layer needs "
                      "at least 1 of each");
    Model m(CellKind::elman, 1);
    m.tokens.back() = inputs;
    CHECK_THROWS_WITH(
        m.stack.forward(m.layout, m.parameters, m.tokens, m.pass),
        "RecurrentLayer: token 5 where there are 5; tokens count from 0");
}

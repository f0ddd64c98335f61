#include <functional>

#include "contract.hpp"
#include "exercises/layer.hpp"
#include "exercises/slopes.hpp"
#include "nn/gru_cell.hpp"

namespace {

using diagnosis::Column;
using diagnosis::Layer;
using diagnosis::Real50;
using StepBack =
    std::function<void(const nn::CellStep<double>&, const nn::CellSlopes<double>&)>;

// The book's GRU with somebody's way back.
class Gru final : public nn::RecurrentCell<double> {
public:
    explicit Gru(StepBack back) : back_(std::move(back)) {}
    std::size_t gates() const override { return gru_.gates(); }
    bool has_cell_state() const override { return false; }
    void forward(const nn::CellStep<double>& step) const override {
        gru_.forward(step);
    }
    void backward(const nn::CellStep<double>& step,
                  const nn::CellSlopes<double>& slopes) const override {
        back_(step, slopes);
    }

private:
    nn::GruCell<double> gru_;
    StepBack back_;
};

std::vector<Layer> tasks() {
    const nn::GruCell<double> gru;
    return {diagnosis::random_layer(gru, 1, 1, 1, 1),
            diagnosis::random_layer(gru, 2, 2, 1, 2),
            diagnosis::random_layer(gru, 3, 2, 3, 3),
            diagnosis::random_layer(gru, 1, 3, 4, 4)};
}

// Weights, inputs and the first state in one row.
Column row_of(const Layer& layer) {
    return diagnosis::joined({layer.weights, diagnosis::joined(layer.x), layer.h0});
}

std::string name_of(const Layer& layer, std::size_t place) {
    if (place < layer.weights.size())
        return diagnosis::name_of_weight(place, layer.sums, layer.inputs,
                                         layer.hidden);
    place -= layer.weights.size();
    const std::size_t inputs = layer.inputs * layer.x.size();
    return place < inputs ? diagnosis::name_of_entry("x", place, layer.inputs)
                          : "h_0(" + diagnosis::show(place - inputs) + ")";
}

template <class T>
nn::Unrolled<T> read(const nn::RecurrentCell<T>& cell, std::span<const T> row,
                     const Layer& layer) {
    const auto weights = row.first(layer.weights.size());
    nn::Unrolled<T> unrolled(cell, diagnosis::weights_of(weights, layer));
    unrolled.start(row.last(layer.hidden), {});
    for (std::size_t t = 0; t < layer.x.size(); ++t)
        unrolled.read(row.subspan(weights.size() + t * layer.inputs, layer.inputs));
    return unrolled;
}

Real50 loss_of(const Layer& layer, std::span<const Real50> row) {
    const nn::GruCell<Real50> gru;
    return diagnosis::loss_of(read<Real50>(gru, row, layer), layer.outside);
}

Column slopes_of(const Layer& layer, const StepBack& back) {
    const Gru gru(back);
    const Column row = row_of(layer);
    Column weights(layer.weights.size());
    const auto slopes =
        read<double>(gru, row, layer)
            .back(layer.outside,
                  diagnosis::weights_of(std::span<double>(weights), layer));
    return diagnosis::joined(
        {weights, diagnosis::joined(slopes.input), slopes.hidden[0]});
}

// A step backwards, and what people make of it.
struct Slip {
    bool straight_way = true;  // z ∘ h_{t−1}
    bool z_turned = false;     // z and 1 − z exchanged
    bool z_sign = false;
    bool sigmoid_slopes = true;
    bool tanh_slope = true;
    bool reset_in_recurrent = true;
    bool reset_in_gates = false;
    bool reset_hears_state = false;  // h_{t−1} in the place of W_hn h_{t−1}
    bool reset_through = true;       // r has slopes
    bool recurrent_copied = true;    // for r and z
};

double sigmoid_slope(double p, const Slip& slip) {
    return slip.sigmoid_slopes ? p * (1.0 - p) : 1.0;
}

void step_back(const nn::CellStep<double>& step,
               const nn::CellSlopes<double>& slopes, const Slip& slip) {
    const std::size_t units = step.next_hidden.size();
    for (std::size_t k = 0; k < units; ++k) {
        const double r = step.gates[k], z = step.gates[units + k],
                     n = step.gates[2 * units + k], dh = slopes.next_hidden[k],
                     old = step.hidden[k],
                     heard = slip.reset_hears_state ? old : step.kept[k];
        const double kept = slip.z_turned ? 1.0 - z : z;
        const double dn = dh * (1.0 - kept) * (slip.tanh_slope ? 1.0 - n * n : 1.0);
        slopes.hidden[k] = slip.straight_way ? dh * kept : 0.0;
        slopes.gates[units + k] =
            dh * (slip.z_sign ? n - old : old - n) * sigmoid_slope(z, slip);
        slopes.gates[2 * units + k] = dn * (slip.reset_in_gates ? r : 1.0);
        slopes.recurrent[2 * units + k] = dn * (slip.reset_in_recurrent ? r : 1.0);
        slopes.gates[k] =
            slip.reset_through ? dn * heard * sigmoid_slope(r, slip) : 0.0;
    }
    for (std::size_t k = 0; k < 2 * units; ++k)
        slopes.recurrent[k] = slip.recurrent_copied ? slopes.gates[k] : 0.0;
}

std::vector<diagnosis::Mistake<Layer, Column>> mistakes() {
    std::vector<diagnosis::Mistake<Layer, Column>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back({name, [=](const Layer& layer) {
                           return slopes_of(
                               layer, [&](const auto& step, const auto& slopes) {
                                   step_back(step, slopes, slip);
                               });
                       }});
    };
    mistake("the straight way is missing: z ∘ h_{t−1} has slopes in h_{t−1}",
            {.straight_way = false});
    mistake("z and 1 − z are exchanged: z is the share of h_{t−1}",
            {.z_turned = true});
    mistake("the sign of the slope in z: it is that of h_{t−1} − n",
            {.z_sign = true});
    mistake("the slopes of the sigmoids are missing: z (1 − z) and r (1 − r)",
            {.sigmoid_slopes = false});
    mistake("the slope of tanh is missing: 1 − n²", {.tanh_slope = false});
    mistake("r is missing on the way to W_hn h_{t−1}: it is heard through r",
            {.reset_in_recurrent = false});
    mistake("r is in the slopes of W_xn x_t + b_n: these go past it",
            {.reset_in_gates = true});
    mistake("r is taken for the share of h_{t−1}: it multiplies W_hn h_{t−1}",
            {.reset_hears_state = true});
    mistake("the slopes in r are missing: n hears the old state through r",
            {.reset_through = false});
    mistake("W_h h_{t−1} has no slopes for r and z: both sums belong to a gate",
            {.recurrent_copied = false});
    return all;
}

}  // namespace

TEST_CASE("The slopes of a GRU are those of differences in 50 digits") {
    diagnosis::check<Layer>(
        {.tasks = tasks(),
         .describe = [](const Layer& layer) { return layer.name; },
         .parameters = row_of,
         .name_of = name_of,
         .loss = loss_of,
         .yours =
             [](const Layer& layer) {
                 return slopes_of(layer, nn::exercise::gru_step_back);
             },
         .mistakes = mistakes()});
}

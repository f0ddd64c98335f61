#include "nn/recurrent_stack.hpp"

#include "nn/require.hpp"

namespace nn {

// [snip:stack-construct]
RecurrentStack::RecurrentStack(ParameterLayout& layout, const std::string& name,
                               const StackShape& shape) {
    require(shape.layers > 0, "RecurrentStack", "no layers; give at least 1");
    for (std::size_t l = 0; l < shape.layers; ++l)
        layers_.emplace_back(layout, name + "." + std::to_string(l), shape.cell,
                             l == 0 ? shape.inputs : shape.hidden, shape.hidden);
}

void RecurrentStack::prepare(StackPass& pass, std::size_t steps,
                             std::size_t sequences) const {
    pass.layers.resize(layers_.size());
    for (std::size_t l = 0; l < layers_.size(); ++l)
        layers_[l].prepare(pass.layers[l], steps, sequences);
}
// [snip:stack-construct]

// [snip:stack-forward]
void RecurrentStack::forward(const ParameterLayout& layout,
                             std::span<const float> parameters,
                             std::span<const Token> tokens, StackPass& pass) const {
    layers_[0].project(layout, parameters, tokens, pass.layers[0]);
    climb(layout, parameters, pass);
}

void RecurrentStack::forward(const ParameterLayout& layout,
                             std::span<const float> parameters, const arma::fmat& X,
                             StackPass& pass) const {
    layers_[0].project(layout, parameters, X, pass.layers[0]);
    climb(layout, parameters, pass);
}

void RecurrentStack::climb(const ParameterLayout& layout,
                           std::span<const float> parameters,
                           StackPass& pass) const {
    layers_[0].forward(layout, parameters, pass.layers[0]);
    for (std::size_t l = 1; l < layers_.size(); ++l) {
        layers_[l].project(layout, parameters, pass.layers[l - 1].outputs(),
                           pass.layers[l]);
        layers_[l].forward(layout, parameters, pass.layers[l]);
    }
}
// [snip:stack-forward]

// [snip:stack-backward]
void RecurrentStack::backward(const ParameterLayout& layout,
                              std::span<const float> parameters,
                              std::span<const Token> tokens, StackPass& pass,
                              std::span<float> gradient) const {
    descend(layout, parameters, pass, gradient);
    layers_[0].project_back(layout, tokens, pass.layers[0], gradient);
}

void RecurrentStack::backward(const ParameterLayout& layout,
                              std::span<const float> parameters,
                              const arma::fmat& X, StackPass& pass,
                              std::span<float> gradient, arma::fmat& dX) const {
    descend(layout, parameters, pass, gradient);
    layers_[0].project_back(layout, parameters, X, pass.layers[0], gradient, dX);
}

void RecurrentStack::descend(const ParameterLayout& layout,
                             std::span<const float> parameters, StackPass& pass,
                             std::span<float> gradient) const {
    for (std::size_t l = layers_.size(); l-- > 0;) {
        layers_[l].backward(layout, parameters, pass.dH, pass.layers[l], gradient);
        if (l == 0) return;
        layers_[l].project_back(layout, parameters, pass.layers[l - 1].outputs(),
                                pass.layers[l], gradient, pass.dH);
    }
}
// [snip:stack-backward]

// [snip:carry-states-defined]
void carry_states(StackPass& pass) {
    for (LayerPass& layer : pass.layers) {
        const std::size_t B = layer.sequences, end = layer.steps * B;
        layer.hidden.cols(0, B - 1) = layer.hidden.cols(end, end + B - 1);
        layer.cell.cols(0, B - 1) = layer.cell.cols(end, end + B - 1);
        layer.dhidden.zeros();
        layer.dcell.zeros();
    }
}

void clear_states(StackPass& pass) {
    for (LayerPass& layer : pass.layers) {
        layer.hidden.cols(0, layer.sequences - 1).zeros();
        layer.cell.cols(0, layer.sequences - 1).zeros();
        layer.dhidden.zeros();
        layer.dcell.zeros();
    }
}
// [snip:carry-states-defined]

// [snip:last-states]
std::vector<arma::fmat> last_states(const StackPass& pass) {
    std::vector<arma::fmat> states;
    for (const LayerPass& layer : pass.layers) {
        states.push_back(layer.hidden.tail_cols(layer.sequences));  // n × B
        states.push_back(layer.cell.tail_cols(layer.sequences));    // n × B
    }
    return states;
}

void set_last_states(StackPass& pass, std::span<const arma::fmat> states) {
    const std::vector<arma::fmat> now = last_states(pass);
    bool fits = states.size() == now.size();
    for (std::size_t i = 0; fits && i < now.size(); ++i)
        fits = arma::size(states[i]) == arma::size(now[i]);
    require(fits, "set_last_states",
            std::to_string(states.size()) + " states where there are " +
                std::to_string(now.size()) + "; numbers and sizes must agree");
    for (std::size_t l = 0; l < pass.layers.size(); ++l) {
        LayerPass& layer = pass.layers[l];
        layer.hidden.tail_cols(layer.sequences) = states[2 * l];
        layer.cell.tail_cols(layer.sequences) = states[2 * l + 1];
    }
}
// [snip:last-states]

}  // namespace nn

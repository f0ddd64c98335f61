// mistake: the two inputs are exchanged
#include "contract.hpp"

namespace nn::exercise {

GateWeights and_gate() {
    return {{1.0, 1.0}, -1.5};  // both inputs are needed to reach 1.5
}

GateWeights or_gate() {
    return {{1.0, 1.0}, -0.5};  // one is enough
}

GateWeights nand_gate() {
    return {{-1.0, -1.0}, 1.5};  // AND, with all signs turned
}

GateWeights not_first_gate() {
    return {{-1.0, 0.0}, 0.5};
}

GateWeights first_but_not_second_gate() {
    return {{-1.0, 1.0}, -0.5};
}

}  // namespace nn::exercise

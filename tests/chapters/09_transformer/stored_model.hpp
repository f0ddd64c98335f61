/// \file
/// \brief A small model in GPT-2's layout, which a test may damage.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "gpt2_file.hpp"
#include "nn/io/error.hpp"
#include "small_transformer.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace stored_model {

using Tensors = std::vector<nn::NamedMatrix>;

inline const nn::CharacterCodec characters{nn::Alphabet("abcdefghij\n")};  // 11
inline const nn::Transformer<float> model(small_transformer::shape);
inline const std::vector<float> weights = small_transformer::parameters(model, 980);

inline nn::NamedMatrix& named(Tensors& tensors, const std::string& name) {
    for (nn::NamedMatrix& tensor : tensors)
        if (tensor.name == name) return tensor;
    throw std::out_of_range(name);
}

/// \brief A folder with one model, whose parts a test may change before they are
/// written.
struct Stored {
    Tensors tensors = nn::gpt2_tensors(model, weights);
    nn::Metadata metadata = nn::gpt2_metadata(model.shape(), characters);
    scratch::Folder folder{};
    std::string path = folder / "model.safetensors";

    nn::StoredModel loaded() const {
        nn::save_tensors(path, metadata, tensors, "--save FILE");
        return nn::load_gpt2(path);
    }

    /// \brief What loading says, without the file's name.
    std::string refusal() const {
        try {
            loaded();
        } catch (const nn::InputError& error) {
            const std::string said = error.what();
            CHECK(said.find('\n') == said.npos);
            const std::string name = folder.path().string() + "/";
            REQUIRE(said.starts_with(name));
            return said.substr(name.size());
        }
        return "no refusal";
    }
};

}  // namespace stored_model

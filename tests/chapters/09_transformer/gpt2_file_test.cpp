/// Weights under GPT-2's names: written, read again and refused.
#include "gpt2_file.hpp"

#include <cstring>

#include "byte_pair_files.hpp"
#include "byte_pair_training.hpp"
#include "nn/io/error.hpp"
#include "nn/io/text_pieces.hpp"
#include "small_transformer.hpp"
#include "support/catch.hpp"
#include "support/named_matrices.hpp"
#include "support/scratch.hpp"

namespace {

using Tensors = std::vector<nn::NamedMatrix>;

const nn::CharacterCodec characters{nn::Alphabet("abcdefghij\n")};  // 11
const nn::Transformer<float> model(small_transformer::shape);
const std::vector<float> weights = small_transformer::parameters(model, 980);

nn::NamedMatrix& named(Tensors& tensors, const std::string& name) {
    for (nn::NamedMatrix& tensor : tensors)
        if (tensor.name == name) return tensor;
    throw std::out_of_range(name);
}

/// A folder with one model, whose parts a test may change before they are written.
struct Stored {
    Tensors tensors = nn::gpt2_tensors(model, weights);
    nn::Metadata metadata = nn::gpt2_metadata(model.shape(), characters);
    scratch::Folder folder{};
    std::string path = folder / "model.safetensors";

    nn::StoredModel loaded() const {
        nn::save_tensors(path, metadata, tensors, "--save FILE");
        return nn::load_gpt2(path);
    }

    /// What loading says, without the file's name.
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

bool same_bytes(const std::vector<float>& one, const std::vector<float>& other) {
    return one.size() == other.size() &&
           std::memcmp(one.data(), other.data(), one.size() * sizeof(float)) == 0;
}

}  // namespace

TEST_CASE("a model comes back bit for bit", "[gpt2-file]") {
    const scratch::Folder folder;
    nn::save_gpt2(folder / "new/m.safetensors", model, weights, characters,
                  "--save FILE");
    const nn::StoredModel again = nn::load_gpt2(folder / "new/m.safetensors");
    CHECK(same_bytes(again.parameters, weights));
    CHECK(again.shape.vocabulary == 11);
    CHECK(again.shape.context == 12);
    CHECK(again.shape.layers == 3);
    CHECK(again.shape.block.attention.width == 8);
    CHECK(again.shape.block.attention.heads == 2);
    const std::string text = "badge\nface";
    CHECK(again.codec->encode(text) == characters.encode(text));
    CHECK(folder.contents().size() == 2);  // a folder and a file
}

TEST_CASE("byte pairs come back with their model", "[gpt2-file]") {
    const std::string text = "the heaven and the earth and the sea";
    const nn::BytePairCodec codec(
        nn::train_byte_pairs(nn::counted_pieces(nn::text_pieces(text)), 270),
        nn::text_pieces);
    nn::TransformerShape shape = small_transformer::shape;
    shape.vocabulary = codec.size();
    const nn::Transformer<float> wide(shape);
    const auto values = small_transformer::parameters(wide, 981);
    const scratch::Folder folder;
    nn::save_gpt2(folder / "m.safetensors", wide, values, codec, "--save FILE");
    const nn::StoredModel again = nn::load_gpt2(folder / "m.safetensors");
    CHECK(same_bytes(again.parameters, values));
    CHECK(again.codec->encode(text) == codec.encode(text));
    CHECK(folder.contents().size() == 3);
}

// The names and shapes of Radford et al.'s files, written by hand.
TEST_CASE("the names and shapes of GPT-2's file", "[gpt2-file]") {
    Tensors tensors = nn::gpt2_tensors(model, weights);
    CHECK(tensors.size() == 4 + 3 * 12);
    const auto is = [&](const std::string& name, arma::uword rows,
                        arma::uword columns) {
        INFO(name);
        CHECK(arma::size(named(tensors, name).matrix) ==
              arma::SizeMat(rows, columns));
    };
    is("wte.weight", 11, 8), is("wpe.weight", 12, 8);
    is("ln_f.weight", 8, 1), is("ln_f.bias", 8, 1);
    for (const std::string h : {"h.0.", "h.1.", "h.2."}) {
        is(h + "ln_1.weight", 8, 1), is(h + "ln_1.bias", 8, 1);
        is(h + "attn.c_attn.weight", 8, 24), is(h + "attn.c_attn.bias", 24, 1);
        is(h + "attn.c_proj.weight", 8, 8), is(h + "attn.c_proj.bias", 8, 1);
        is(h + "ln_2.weight", 8, 1), is(h + "ln_2.bias", 8, 1);
        is(h + "mlp.c_fc.weight", 8, 32), is(h + "mlp.c_fc.bias", 32, 1);
        is(h + "mlp.c_proj.weight", 32, 8), is(h + "mlp.c_proj.bias", 8, 1);
    }
    const nn::MultiHead<float>& attention = model.blocks()[1].attention();
    const arma::fmat W_O =
        model.layout().matrix(std::span(weights), attention.W_O());
    CHECK(arma::approx_equal(named(tensors, "h.1.attn.c_proj.weight").matrix,
                             arma::fmat(W_O.t()), "absdiff", 0.0F));
}

TEST_CASE("names with a prefix, masks, and the scores' matrix once more",
          "[gpt2-file]") {
    Stored stored;
    for (nn::NamedMatrix& tensor : stored.tensors)
        tensor.name = "transformer." + tensor.name;
    const arma::fmat vectors =
        named(stored.tensors, "transformer.wte.weight").matrix;
    stored.tensors.push_back({"transformer.h.0.attn.bias", arma::fmat(12, 12)});
    stored.tensors.push_back({"h.1.attn.masked_bias", arma::fmat(1, 1)});
    stored.tensors.push_back({"training.mean", arma::fmat(5, 1)});
    stored.tensors.push_back({"lm_head.weight", vectors});
    CHECK(same_bytes(stored.loaded().parameters, weights));
    stored.tensors.back().matrix(0, 0) += 1;
    CHECK(stored.refusal() ==
          "model.safetensors: tensor 'lm_head.weight' is none of a GPT-2 of 3 "
          "layers with tied scores; was another model meant?");
}

TEST_CASE("what a checkpoint says of itself", "[gpt2-file]") {
    Stored stored;
    stored.metadata = {{"option.n_head", "4"},
                       {"option.characters", stored.metadata["characters"]}};
    CHECK(stored.loaded().shape.block.attention.heads == 4);
}

TEST_CASE("how many heads", "[gpt2-file]") {
    Stored stored;
    stored.metadata.erase("n_head");
    CHECK(stored.refusal() ==
          "model.safetensors: nothing says how many heads it has; put its "
          "config.json beside it");
    const auto configured = [&](const std::string& json) {
        stored.folder.file("config.json", json);
        return stored.refusal();
    };
    CHECK(configured(R"({"n_head": 4, "activation_function": "gelu_new"})") ==
          "no refusal");
    CHECK(stored.loaded().shape.block.attention.heads == 4);
    const std::string must =
        ", and must be a number that divides the width, 8; take both files from "
        "one model";
    for (const std::string bad : {"3", "0", "-2", "\"2\"", "2.0", "[]", "1e3"})
        CHECK_THAT(
            configured("{\"n_head\": " + bad + "}"),
            oracle::mentions(must) && oracle::mentions("config.json: n_head"));
    CHECK(configured("[1]") ==
          "config.json: is no JSON object; fetch it again with its model");
    CHECK(configured("{\"n_head\"") ==
          "config.json: is no JSON object; fetch it again with its model");
    CHECK(configured(R"({"n_head": 4, "activation_function": "relu"})") ==
          "config.json: its activation_function is \"relu\", the book's is "
          "\"gelu_new\"; take a model that is GPT-2's");
    CHECK_THAT(configured(R"({"n_head": 4, "layer_norm_epsilon": 0.1})"),
               oracle::mentions("its layer_norm_epsilon is 0.1"));
    for (const std::string bad :
         {"3", "0", "", "x", "2 ", "99999999999999999999"}) {
        stored.metadata["n_head"] = bad;
        if (!bad.empty())
            CHECK(stored.refusal() == "model.safetensors: n_head is " + bad + must);
    }
}

TEST_CASE("heads of the published models", "[gpt2-file]") {
    nn::TransformerShape shape = small_transformer::shape;
    shape.layers = 1;
    shape.block.attention = {.width = 192, .heads = 3};
    const nn::Transformer<float> wide(shape);
    Stored stored;
    stored.tensors =
        nn::gpt2_tensors(wide, small_transformer::parameters(wide, 982));
    stored.metadata.erase("n_head");
    CHECK(stored.loaded().shape.block.attention.heads == 3);
}

TEST_CASE("shapes that do not match each other", "[gpt2-file]") {
    for (const nn::NamedMatrix& whole : nn::gpt2_tensors(model, weights)) {
        Stored stored;
        arma::fmat& matrix = named(stored.tensors, whole.name).matrix;
        matrix.resize(matrix.n_rows + 1, matrix.n_cols);
        const bool tells_shape =
            whole.name == "wte.weight" || whole.name == "wpe.weight";
        INFO(whole.name);
        if (whole.name == "wpe.weight")
            CHECK(stored.loaded().shape.context == 13);
        else if (whole.name == "wte.weight")
            CHECK(stored.refusal() ==
                  "model.safetensors: 'wte.weight' has 12 rows, and there are 11 "
                  "characters in its header; take all files from one model");
        else
            CHECK_THAT(stored.refusal(),
                       oracle::mentions("model.safetensors: tensor '" + whole.name +
                                        "' is " + std::to_string(matrix.n_rows)));
        if (tells_shape) {
            matrix = whole.matrix;
            matrix.resize(matrix.n_rows, 10);
            CHECK_THAT(stored.refusal(), oracle::mentions("this model needs"));
        }
    }
    Stored turned;
    arma::fmat& matrix = named(turned.tensors, "h.0.mlp.c_fc.weight").matrix;
    matrix = arma::fmat(matrix.t());
    CHECK(turned.refusal() ==
          "model.safetensors: tensor 'h.0.mlp.c_fc.weight' is 32 × 8, this model "
          "needs 8 × 32; was it saved by another model?");
}

TEST_CASE("a tensor that is missing, or one too many", "[gpt2-file]") {
    const std::string other = "; is it a model in GPT-2's layout?";
    for (const nn::NamedMatrix& gone : nn::gpt2_tensors(model, weights)) {
        Stored stored;
        std::erase_if(stored.tensors, [&](const nn::NamedMatrix& tensor) {
            return tensor.name == gone.name;
        });
        INFO(gone.name);
        if (gone.name.starts_with("w"))
            CHECK(stored.refusal() ==
                  "model.safetensors: has no tensors 'wte.weight' and 'wpe.weight' "
                  "with numbers in them" +
                      other);
        else if (gone.name == "h.1.ln_1.weight" || gone.name == "h.2.ln_1.weight")
            CHECK_THAT(stored.refusal(), oracle::mentions("is none of a GPT-2 of"));
        else
            CHECK(stored.refusal() == "model.safetensors: has no tensor '" +
                                          gone.name +
                                          "'; was it saved by another model?");
    }
    Stored more;
    more.tensors.push_back({"h.0.crossattention.c_attn.weight", arma::fmat(8, 8)});
    CHECK(more.refusal() ==
          "model.safetensors: tensor 'h.0.crossattention.c_attn.weight' is none of "
          "a GPT-2 of 3 layers with tied scores; was another model meant?");
    Stored empty;
    named(empty.tensors, "wte.weight").matrix.set_size(0, 8);
    CHECK_THAT(empty.refusal(), oracle::mentions("with numbers in them" + other));
}

TEST_CASE("tokens that do not belong to the weights", "[gpt2-file]") {
    Stored stored;
    stored.metadata["characters"] = "abcdefghiij";
    CHECK(stored.refusal() ==
          "model.safetensors: Alphabet: 11 characters of which 10 are different; "
          "name each once");
    stored.metadata["characters"] = "abc";
    CHECK(stored.refusal() ==
          "model.safetensors: 'wte.weight' has 11 rows, and there are 3 characters "
          "in its header; take all files from one model");
    stored.metadata.erase("characters");
    CHECK_THAT(stored.refusal(), oracle::mentions("vocab.json: no such file"));
    nn::write_byte_pairs(stored.folder.path(), nn::BytePairs());
    CHECK(
        stored.refusal() ==
        "model.safetensors: 'wte.weight' has 11 rows, and there are 256 tokens in "
        "vocab.json; take all files from one model");
}

TEST_CASE("a file that is cut off or lies", "[gpt2-file]") {
    const Stored stored;
    stored.loaded();
    const std::string whole = scratch::bytes_of(stored.path);
    const auto said = [&](const std::string& bytes) {
        const std::string path = stored.folder.file("bad.safetensors", bytes);
        try {
            nn::load_gpt2(path);
        } catch (const nn::InputError& error) {
            const std::string message = error.what();
            CHECK(message.find('\n') == message.npos);
            return message.substr(path.size() + 2);
        }
        return std::string("no refusal");
    };
    CHECK(said(whole) == "no refusal");
    for (std::size_t size = 0; size < whole.size(); size += 97)
        CHECK_THAT(said(whole.substr(0, size)), oracle::mentions("cut off"));
    const auto replaced = [&](const std::string& old, const std::string& with) {
        REQUIRE(old.size() == with.size());
        std::string bytes = whole;
        const std::size_t at = bytes.find(old);
        REQUIRE(at != bytes.npos);
        return bytes.replace(at, old.size(), with);
    };
    CHECK_THAT(said(replaced("[11,8]", "[99,8]")),
               oracle::mentions("does not fit the data_offsets"));
    CHECK_THAT(said(replaced("[0,352]", "[0,353]")),
               oracle::mentions("does not fit the data_offsets"));
    CHECK_THAT(said(replaced("\"F32\"", "\"F16\"")),
               oracle::mentions("its dtype is \"F16\""));
}

TEST_CASE("models that are not GPT-2's", "[gpt2-file]") {
    std::vector<nn::TransformerShape> all(6, small_transformer::shape);
    all[0].block.norm = nn::NormPlacement::after;
    all[1].block.residual = false;
    all[2].block.feed_forward = false;
    all[3].positions = false;
    all[4].block.attention.causal = false;
    all[5].block.attention.positions = nn::RelativePositions::rotary;
    for (const nn::TransformerShape& shape : all) {
        const nn::Transformer<float> other(shape);
        CHECK_THROWS_WITH(nn::gpt2_tensors(other, weights),
                          "gpt2_tensors: blocks that are not GPT-2's; save a model "
                          "that normalises before, adds, thinks and learns its "
                          "places");
    }
}

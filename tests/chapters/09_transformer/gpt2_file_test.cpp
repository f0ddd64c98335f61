/// Weights under GPT-2's names: written and read again.
#include <cstring>

#include "byte_pair_training.hpp"
#include "nn/io/text_pieces.hpp"
#include "stored_model.hpp"

using namespace stored_model;

namespace {

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

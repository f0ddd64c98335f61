/// Files in GPT-2's layout that are damaged, lie or are another model's.
#include <array>
#include <cstdint>

#include "byte_pair_files.hpp"
#include "stored_model.hpp"
#include "support/peak_memory.hpp"

using namespace stored_model;

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

namespace {

/// What loading a file of these bytes says, without the file's name.
std::string said(const std::string& bytes) {
    const scratch::Folder folder;
    const std::string path = folder.file("bad.safetensors", bytes);
    try {
        nn::load_gpt2(path);
    } catch (const nn::InputError& error) {
        const std::string message = error.what();
        CHECK(message.find('\n') == message.npos);
        return message.substr(path.size() + 2);
    }
    return "no refusal";
}

/// A length in 8 bytes, and a header that need not be so long.
std::string front(std::uint64_t length, const std::string& header) {
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(length >> 8 * i);
    return bytes + header;
}

/// A header of one tensor, and no numbers.
std::string claim(const std::string& name, const std::string& shape,
                  const std::string& offsets) {
    const std::string header = "{\"" + name + R"(":{"dtype":"F32","shape":)" +
                               shape + ",\"data_offsets\":" + offsets + "}}";
    return front(header.size(), header);
}

}  // namespace

TEST_CASE("a file that is cut off or lies", "[gpt2-file]") {
    const Stored stored;
    stored.loaded();
    const std::string whole = scratch::bytes_of(stored.path);
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

TEST_CASE("a header's lies are refused before memory is taken", "[gpt2-file]") {
    const std::string two_60 = "1152921504606846976";
    const std::vector<std::array<std::string, 2>> lies{
        {claim("wte.weight", "[268435456,1073741824]", "[0," + two_60 + "]"),
         "its tensors need " + two_60 + " bytes after the header, and there are 0"},
        {claim("training.x", "[1]", "[0," + two_60 + "]"),
         "its tensors need " + two_60},
        {claim("wte.weight", "[18446744073709551615,2]", "[0,8]"),
         "does not fit the data_offsets"},
        {claim("wte.weight", "[" + two_60 + ",0]", "[0,0]"),
         "with numbers in them"},
        {front(99'999'999, "{}"),
         "the header should end at byte 100000007, the "
         "file ends at 10; it is cut off"},
        {front(std::uint64_t{1} << 60, "{}"), "not a safetensors file"}};
    for (const auto& [bytes, problem] : lies) {
        CHECK_THAT(said(bytes), oracle::mentions(problem));
        const double growth = peak_memory::growth([&] { said(bytes); });
        CHECK((growth < 20e6 || !peak_memory::is_measured));
    }
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

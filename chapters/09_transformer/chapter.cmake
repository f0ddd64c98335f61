# AdamW takes roots of whole arrays: vector instructions set no errno.
set_source_files_properties(09_transformer/adamw.cpp PROPERTIES
    COMPILE_OPTIONS -fno-math-errno SKIP_PRECOMPILE_HEADERS TRUE)
nn_add_chapter(09_transformer
    SOURCES
        adamw.cpp
        byte_pair_training.cpp
        byte_pairs.cpp
        byte_spelling.cpp
        feed_forward.cpp
        key_value_cache.cpp
        layer_norm.cpp
        token_codec.cpp
        token_loss.cpp
        token_sampling.cpp
        transformer.cpp
        transformer_block.cpp
    PROGRAM
        byte_pair_files.cpp
        cache_section.cpp
        gpt2_file.cpp
        gpt2_load.cpp
        main.cpp
        talk.cpp)
target_link_libraries(ch09_transformer PRIVATE nlohmann_json::nlohmann_json)

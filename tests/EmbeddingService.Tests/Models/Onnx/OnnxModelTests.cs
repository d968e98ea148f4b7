using EmbeddingService.Models.Onnx;
using Shouldly;
using Testing.Models;
using Xunit;

namespace EmbeddingService.Tests.Models.Onnx;

/// <summary>Folders that hold no model of the right shape are refused when they are loaded, with a reason an operator understands.</summary>
public sealed class OnnxModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("model").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_model_of_the_right_shape_says_which_files_it_was_made_of()
    {
        Write(RandomMiniLm.Build(layers: 1));
        using var model = OnnxModel.Load(_folder, RandomMiniLm.ModelFile);
        Write(RandomMiniLm.Build(layers: 0));
        using var other = OnnxModel.Load(_folder, RandomMiniLm.ModelFile);

        model.File.ShouldBe(RandomMiniLm.ModelFile);
        model.Version.ShouldMatch("^minilm-onnx-1-[0-9a-f]{12}$");
        model.DependsOnBatch.ShouldBeFalse();
        other.Version.ShouldNotBe(model.Version);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Reason().ShouldBe("model.onnx is not in the model's folder");
        File.WriteAllBytes(Path.Combine(_folder, RandomMiniLm.ModelFile), RandomMiniLm.Build(layers: 0));
        Reason().ShouldBe("vocab.txt is not in the model's folder");
        Should.Throw<OnnxModelException>(() => OnnxModel.Load(Path.Combine(_folder, "elsewhere"), RandomMiniLm.ModelFile));
    }

    [Fact]
    public void A_broken_file_is_no_model()
    {
        Write(RandomMiniLm.Build(layers: 1)[..^100_000]);
        Reason().ShouldBe("the model's files cannot be read as a model");
        Write([]);
        Reason().ShouldBe("the model's files cannot be read as a model");
        Write(RandomMiniLm.Build(layers: 0), "just", "words");
        Reason().ShouldBe("the model's files cannot be read as a model");
    }

    [Fact]
    public void A_model_that_answers_other_vectors_is_refused()
    {
        Write(RandomMiniLm.Build(layers: 0, dimensions: 768));

        Reason().ShouldBe("the model does not answer a vector of 384 numbers for each token");
    }

    [Fact]
    public void A_model_that_asks_for_something_else_is_refused()
    {
        Write(new OnnxFile().FloatInput("pixels", "batch", "sequence").FloatOutput("last_hidden_state", "batch", "sequence")
            .Node("Neg", "pixels", "last_hidden_state").Build());
        Reason().ShouldBe("the model asks for an input that is none of input_ids, attention_mask, token_type_ids");

        Write(new OnnxFile().Int64Input("input_ids", "1", "16").Int64Input("attention_mask", "1", "16").FloatOutput("last_hidden_state", "1", "16")
            .Node("Add", "input_ids attention_mask", "sum").Node("Cast", "sum", "last_hidden_state", ("to", 1)).Build());
        Reason().ShouldBe("the model's input input_ids is not int64 for any number of texts of any length");
    }

    [Fact]
    public void A_vocabulary_that_is_larger_than_the_model_is_refused()
    {
        Write(RandomMiniLm.Build(layers: 0, pieces: 20_000));

        Reason().ShouldBe("the model does not run with this vocabulary");
    }

    private string Reason() => Should.Throw<OnnxModelException>(() => OnnxModel.Load(_folder, RandomMiniLm.ModelFile)).Message;

    private void Write(byte[] model, params string[] vocabulary)
    {
        File.WriteAllBytes(Path.Combine(_folder, RandomMiniLm.ModelFile), model);
        File.WriteAllLines(Path.Combine(_folder, OnnxModel.VocabularyFile), vocabulary.Length > 0 ? vocabulary : RandomMiniLm.Vocabulary);
    }
}

using EmbeddingService.Models.Static;

namespace EmbeddingService.Tests.Running;

/// <summary>The model that a service without settings embeds with.</summary>
internal static class BuiltInModel
{
    public static string Version { get; } = StaticTable.ReadBuiltIn().Version;
}

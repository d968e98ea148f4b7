using System.Collections.Frozen;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>How well somebody says to know a skill.</summary>
internal static class SkillLevels
{
    private static readonly FrozenSet<string> Words = WordList.Words(
        """
        advanced intermediate beginner basic basics expert master proficient fluent native familiar elementary professional working knowledge experienced competent good excellent very strong novice learning years year level proficiency limited bilingual conversational speaker full
        and some of with in others other etc more many
        grundkenntnisse fortgeschritten sehr gut gute muttersprache fliessend courant bilingue maternelle notions avance nativo avanzado intermedio basico 熟练 精通 熟悉 了解 掌握 良好 a1 a2 b1 b2 c1 c2
        """);

    public static bool IsLevel(string text) => TextShape.Words(text) is { Length: > 0 and < 5 } words && Array.TrueForAll(words, word => Words.Contains(word) || word.All(char.IsAsciiDigit) || word[^1] == '+');
}

using System.Collections.Frozen;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>Names of spoken languages.</summary>
internal static class LanguageWords
{
    public static readonly FrozenSet<string> Names = WordList.Of("""
        afrikaans, albanian, amharic, arabic, armenian, assamese, azerbaijani, azeri, bahasa, basque, belarusian, bengali, berber, bosnian, breton, bulgarian, burmese, cantonese, catalan, cebuano, chinese, creole, croatian, czech,
        danish, dari, dutch, english, esperanto, estonian, ewe, farsi, filipino, finnish, flemish, french, fula, galician, georgian, german, greek, guarani, gujarati, haitian creole, hausa, hawaiian, hebrew, hindi, hmong,
        hungarian, icelandic, igbo, ilocano, indonesian, irish, gaelic, italian, japanese, javanese, kannada, kazakh, khmer, kikuyu, kinyarwanda, korean, kurdish, kyrgyz, lao, latin, latvian, lingala, lithuanian, luxembourgish,
        macedonian, malagasy, malay, malayalam, maltese, mandarin, mandarin chinese, maori, marathi, moldovan, mongolian, montenegrin, nepali, norwegian, oromo, pashto, persian, polish, portuguese, brazilian portuguese, punjabi, quechua, romanian, romansh,
        russian, samoan, scots, serbian, sesotho, shona, sign language, american sign language, british sign language, asl, bsl, sindhi, sinhala, sinhalese, slovak, slovene, slovenian, somali, spanish, sundanese, swahili, swedish, swiss german, tagalog, taiwanese, tajik,
        tamil, tatar, telugu, thai, tibetan, tigrinya, tongan, tswana, turkish, turkmen, twi, ukrainian, urdu, uyghur, uzbek, vietnamese, welsh, wolof, xhosa, yiddish, yoruba, zulu
        """);
}

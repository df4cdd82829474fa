using System.Text;

namespace ZvarPS.Help;

/// <summary>The ways to call a cmdlet, as a block of code that fits the width of a page.</summary>
internal static class SyntaxBlock
{
    private const int Width = 100;

    /// <summary>The Markdown of the block.</summary>
    /// <param name="cmdlet">The name of the cmdlet.</param>
    /// <param name="syntaxes">The ways to call it.</param>
    /// <param name="typeOf">The word for the type of a parameter.</param>
    internal static string Write(
        string cmdlet, IEnumerable<ParameterUse[]> syntaxes, Func<ParameterDefinition, string> typeOf)
    {
        var text = new StringBuilder("```\n");
        foreach (ParameterUse[] syntax in syntaxes)
        {
            var line = new StringBuilder(cmdlet);
            foreach (string word in syntax.Select(use => WordOf(use, typeOf)).Append("[<CommonParameters>]"))
            {
                if (line.Length + 1 + word.Length > Width)
                {
                    text.Append(line).Append('\n');
                    line.Clear().Append("   ");
                }

                line.Append(' ').Append(word);
            }

            text.Append(line).Append('\n');
        }

        return text.Append("```").ToString();
    }

    private static string WordOf(ParameterUse use, Func<ParameterDefinition, string> typeOf)
    {
        ParameterDefinition parameter = use.Parameter;
        string name = use.Position is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        string word = parameter switch
        {
            { IsSwitch: true } => name,
            { Choices: { Length: > 0 } choices } => $"{name} {{{string.Join(" | ", choices)}}}",
            _ => $"{name} <{typeOf(parameter)}>",
        };
        return use.IsRequired ? word : $"[{word}]";
    }
}

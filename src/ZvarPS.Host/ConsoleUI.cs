using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace ZvarPS.Host;

/// <summary>Writes to the console and asks on it. Results go to standard output, all else to standard error.</summary>
internal sealed class ConsoleUI : PSHostUserInterface, IDisposable
{
    private readonly ConsoleRawUI _raw = new();
    private int _progressLength;

    public override PSHostRawUserInterface RawUI => _raw;

    public override bool SupportsVirtualTerminal =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void Write(string value)
    {
        ClearProgress();
        Console.Write(SupportsVirtualTerminal ? value : Plain(value));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(value);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => WriteAside(value);

    public override void WriteDebugLine(string message) => WriteAside("DEBUG: " + message);

    public override void WriteVerboseLine(string message) => WriteAside("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => WriteAside("WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (Console.IsErrorRedirected)
        {
            return;
        }

        ClearProgress();
        if (record.RecordType != ProgressRecordType.Completed)
        {
            string line = $"{record.Activity}: {record.StatusDescription}";
            _progressLength = line.Length;
            Console.Error.Write(line);
        }
    }

    public override string ReadLine() => Console.ReadLine() ?? "";

    public override SecureString ReadLineAsSecureString()
    {
        var secret = new SecureString();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
            }
        }

        Console.WriteLine();
        return secret;
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions)
    {
        Ask(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (FieldDescription field in descriptions)
        {
            Console.Write($"{field.Name}: ");
            answers[field.Name] = PSObject.AsPSObject(ReadLine());
        }

        return answers;
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Ask(caption, message);
        string[] labels = [.. choices.Select(choice => choice.Label.Replace("&", "", StringComparison.Ordinal))];
        Console.Write($"{string.Join(" / ", labels)} [{(defaultChoice < 0 ? "" : labels[defaultChoice])}]: ");
        string answer = ReadLine().Trim();
        int chosen = Array.FindIndex(
            labels, label => answer.Length > 0 && label.StartsWith(answer, StringComparison.OrdinalIgnoreCase));
        return chosen >= 0 ? chosen : defaultChoice;
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        if (Console.IsInputRedirected)
        {
            throw new HostException("There is nobody to ask for a password: the input is redirected.");
        }

        Ask(caption, message);
        Console.Write("User: ");
        string user = string.IsNullOrEmpty(userName) ? ReadLine() : userName;
        Console.Write($"Password for {user}: ");
        return new PSCredential(user, ReadLineAsSecureString());
    }

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => PromptForCredential(caption, message, userName, targetName);

    public void Dispose() => ClearProgress();

    private void WriteAside(string line)
    {
        ClearProgress();
        Console.Error.WriteLine(SupportsVirtualTerminal ? line : Plain(line));
    }

    private static string Plain(string value) => new StringDecorated(value).ToString(OutputRendering.PlainText);

    private static void Ask(string caption, string message)
    {
        Console.WriteLine(caption);
        Console.WriteLine(message);
    }

    private void ClearProgress()
    {
        if (_progressLength > 0)
        {
            Console.Error.Write('\r' + new string(' ', _progressLength) + '\r');
            _progressLength = 0;
        }
    }
}

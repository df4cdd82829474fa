using ZvarPS.Help;
using ZvarPS.Host;

string manifest = ModulePath.Find();
string root = Path.GetDirectoryName(manifest)!;
var defaults = new HelpOptions
{
    Pages = Path.Combine(root, "docs", "cmdlets"),
    Maml = Path.Combine(root, "en-US", "ZvarPS.dll-Help.xml"),
};
if (HelpOptions.Parse(args, defaults) is not { } options)
{
    Console.Error.WriteLine(HelpOptions.Usage);
    return 64;
}

var files = HelpFiles.Make(ModuleReader.Read(manifest), options);
foreach (PageProblem problem in files.Problems)
{
    Console.Error.WriteLine(problem);
}

if (files.Problems.Count > 0)
{
    return 1;
}

KeyValuePair<string, string>[] changed = [.. files.Changed];
foreach ((string path, string text) in changed)
{
    if (options.OnlyChecks)
    {
        Console.Error.WriteLine($"{path} is not what is made of the pages and the cmdlets.");
    }
    else
    {
        File.WriteAllText(path, text);
        Console.WriteLine(path);
    }
}

if (options.OnlyChecks && changed.Length > 0)
{
    Console.Error.WriteLine("Run: dotnet run --project src/ZvarPS.Help");
    return 1;
}

return 0;

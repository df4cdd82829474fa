using ZvarPS.Host;

return HostOptions.Parse(args) switch
{
    { Command: { } command } => Session.Run(command, []),
    { File: { } file, Arguments: var arguments } => Session.RunFile(file, arguments),
    { ShowsHelp: true } => HostOptions.WriteHelp(Console.Out, exitCode: 0),
    { Problem: { } problem } => HostOptions.WriteHelp(Console.Error, exitCode: 64, problem),
    _ => Session.RunPrompt(),
};

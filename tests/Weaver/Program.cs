using Weaving;

if (args is ["--async-queries", var copy])
{
    Weaver.WeaveAsyncQueries(copy);
    return 0;
}
if (args is not [var input, var output, var list])
{
    Console.Error.WriteLine(
        "Usage: Weaver <in.dll> <out.dll> <file with settings and a reference's path a line>");
    return 2;
}
try
{
    var (settings, referencePaths) = Settings.Read(File.ReadAllLines(list));
    Weaver.Weave(input, output, referencePaths, settings);
    return 0;
}
catch (Exception error) when (error is WeaveException or IOException or BadImageFormatException)
{
    // One line, which the build shows as its error.
    Console.Error.WriteLine($"{input}: {error.Message.ReplaceLineEndings(" ")}");
    return 1;
}

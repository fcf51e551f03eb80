using Weaving;

if (args is not [var input, var output, var list])
{
    Console.Error.WriteLine("Usage: Weaver <in.dll> <out.dll> <file with a reference's path a line>");
    return 2;
}
try
{
    Weaver.Weave(input, output, File.ReadLines(list).Where(line => line.Length > 0));
    return 0;
}
catch (Exception error) when (error is WeaveException or IOException or BadImageFormatException)
{
    // The form in which MSBuild shows it as an error of the build.
    Console.Error.WriteLine($"{input} : error WEAVE001: {error.Message.ReplaceLineEndings(" ")}");
    return 1;
}

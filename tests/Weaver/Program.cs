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
    // One line, which the build shows as its error.
    Console.Error.WriteLine($"{input}: {error.Message.ReplaceLineEndings(" ")}");
    return 1;
}

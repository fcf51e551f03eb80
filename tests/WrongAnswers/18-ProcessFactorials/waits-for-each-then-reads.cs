// wrong: reads each child for itself, but still only when it has ended -> The pipe is full
// hint /WaitForExit\(\).*ReadToEnd/: Between starting a child and waiting for its exit comes the reading, all of it.
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = numbers.Select(number => Started(child(number))).ToArray();
        return [.. processes.Select(Result)];
    }

    static BigInteger Result(Process process)
    {
        process.WaitForExit();
        return Parse(process.StandardOutput.ReadToEnd());
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}

// wrong: throws as soon as one has died, and leaves the others to themselves -> behind, alive
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = numbers.Select(number => Started(child(number))).ToArray();
        return [.. numbers.Zip(processes, Result)];
    }

    static BigInteger Result(int number, Process process)
    {
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Parse(answer)
            : throw new InvalidOperationException($"The process for {number}! has died.");
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}

// wrong: says that a process has died, and not which -> but the error doesn't name the number
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = numbers.Select(number => Started(child(number))).ToArray();
        try
        {
            return [.. processes.Select(Result)];
        }
        finally
        {
            foreach (var process in processes) End(process);
        }
    }

    static BigInteger Result(Process process)
    {
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Parse(answer)
            : throw new InvalidOperationException("A process has died.");
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static void End(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}

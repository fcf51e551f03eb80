// wrong: takes what was said for the answer, however the child has ended -> written half of its answer, and the caller never heard
// hint /^(?!.*ExitCode)/: A text that ends may have ended too early. The child's `ExitCode` says whether all went well.
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
        return answer != "" ? Parse(answer)
            : throw new InvalidOperationException($"No answer for {number}!");
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}

// wrong: awaits the exit of all at once, which blocks no thread, but the pipes stay as full -> The pipe is full
// hint /WaitForExitAsync.*ReadToEnd/: To wait without a thread is still to wait: nobody reads in the meantime.
using System.Diagnostics;
using System.Globalization;
using System.Numerics;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
        => All(numbers, child).Result;

    static async Task<BigInteger[]> All(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = numbers.Select(number => Started(child(number))).ToArray();
        await Task.WhenAll(processes.Select(process => process.WaitForExitAsync()));
        return [.. processes.Select(process => Parse(process.StandardOutput.ReadToEnd()))];
    }

    static Process Started(ProcessStartInfo startInfo)
    {
        startInfo.RedirectStandardOutput = true;
        return Process.Start(startInfo)!;
    }

    static BigInteger Parse(string digits) =>
        BigInteger.Parse(digits, NumberStyles.HexNumber | NumberStyles.AllowTrailingWhite);
}

// hostile: an assertion of its own with a message that is put together -> Debug.Assert fails: count is 0 of 3
#define DEBUG
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        var count = 0;
        Debug.Assert(count == 3, $"count is {count} of {3}");
    }
}

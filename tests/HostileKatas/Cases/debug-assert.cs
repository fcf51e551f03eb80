// hostile: an assertion of its own, which would end its process -> Debug.Assert fails: count == 1
#define DEBUG
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        var count = 0;
        Debug.Assert(count == 1);
    }
}

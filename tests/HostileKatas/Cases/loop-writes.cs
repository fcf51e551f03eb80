// hostile: an endless loop that writes a shared variable -> never ends
public static class Kata
{
    static int count;

    public static void Run()
    {
        while (true) count++;
    }
}

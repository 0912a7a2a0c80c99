const ocid = /^ocid1\.[a-z0-9]+\.[a-z0-9]+\.[a-z0-9-]*(\.[a-z0-9-]*)?\.[A-Za-z0-9_-]+$/

/** Whether it reads `ocid1.<type>.<realm>.[region][.future].<unique>`, whatever the type. */
export const isOcid = (text: string): boolean => text.length <= 255 && ocid.test(text)

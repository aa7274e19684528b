# Run by the build: PROGRAM --generate WHAT > OUTPUT.
execute_process(COMMAND ${PROGRAM} --generate ${WHAT} OUTPUT_FILE ${OUTPUT} COMMAND_ERROR_IS_FATAL ANY)
